import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSessions } from './sessions.js';
import { BESIDE, fourBits } from './testing/four-bits.js';

const x = new Tensor(
  Float32Array.from({ length: 32 }, (_, at) => Math.cos(at)),
  [1, 32],
);
const VERSION = 'a-model-0123456789ab';

describe('sessions on the processor', () => {
  let folder: string;
  let prepared: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'continuist-sessions-'));
    prepared = join(folder, 'prepared', VERSION);
    await mkdir(join(folder, 'onnx'));
    await writeFile(join(folder, 'onnx/whole_q4.onnx'), fourBits());
    await writeFile(join(folder, 'onnx/parted_q4.onnx'), fourBits({ beside: 'parted_q4.onnx_data' }));
    await writeFile(join(folder, 'onnx/parted_q4.onnx_data'), BESIDE);
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** What each model makes of `x`. */
  async function products(...names: string[]): Promise<number[][]> {
    const dtype = Object.fromEntries(names.map((name) => [name, 'q4' as const]));
    const sessions = await openSessions(folder, dtype, { threads: 1, prepared });
    const found: number[][] = [];
    for (const name of names) {
      const { y } = (await sessions[name]?.run({ x })) ?? {};
      found.push([...((y?.data ?? []) as Float32Array)]);
      await sessions[name]?.release();
    }
    return found;
  }

  it('run their graph tuned, also where its weights lie beside it', async () => {
    const [whole, parted] = await products('whole', 'parted');
    expect(parted).toHaveLength(4);
    expect(parted).toEqual(whole);
    const published = await InferenceSession.create(join(folder, 'onnx/parted_q4.onnx'), {
      logSeverityLevel: 3,
    });
    const exact = (await published.run({ x })).y?.data as Float32Array;
    await published.release();
    expect(parted).not.toEqual([...exact]);
    for (const [at, found] of (parted ?? []).entries())
      expect(Math.abs(found - (exact[at] ?? Number.NaN))).toBeLessThan(0.02 * Math.max(...exact));
  });

  it('are prepared once, and again when what was kept is not as it was written', async () => {
    const [first] = await products('whole');
    const names = await readdir(prepared);
    expect(names.sort()).toEqual(['whole_q4.onnx', 'whole_q4.onnx.json', 'whole_q4.onnx.weights']);
    const kept = await readFile(join(prepared, 'whole_q4.onnx.weights'));
    // The model itself is not asked for what is kept.
    await writeFile(join(folder, 'onnx/whole_q4.onnx'), 'gone');
    expect(await products('whole')).toEqual([first]);
    await writeFile(join(folder, 'onnx/whole_q4.onnx'), fourBits());
    for (const damaged of [kept.subarray(1), Buffer.from(kept.map((byte) => byte ^ 1))]) {
      await writeFile(join(prepared, 'whole_q4.onnx.weights'), damaged);
      expect(await products('whole')).toEqual([first]);
      expect(await readFile(join(prepared, 'whole_q4.onnx.weights'))).toEqual(kept);
    }
  });

  it('leave no earlier version, and nothing else untouched', async () => {
    const beside = (name: string) => join(folder, 'prepared', name);
    const others = ['a-model-ba9876543210', 'another-model-0123456789ab', 'a-model-notes'];
    for (const name of others) await mkdir(beside(name), { recursive: true });
    await products('whole');
    expect(others.map((name) => existsSync(beside(name)))).toEqual([false, true, true]);
  });

  it.runIf(existsSync('/dev/full'))('say so when the disk is full, and leave nothing behind', async () => {
    await mkdir(prepared, { recursive: true });
    await symlink('/dev/full', join(prepared, `whole_q4.onnx.weights.${process.pid}.part`));
    await expect(products('whole')).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(await readdir(prepared)).toEqual([]);
    expect(await products('whole')).toHaveLength(1);
  });

  it('need no folder for a model that is best as it is', async () => {
    const text = fourBits({ operators: 12 });
    await writeFile(join(folder, 'onnx/old_q4.onnx'), text);
    await products('old');
    expect(existsSync(prepared)).toBe(false);
  });
});
