import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
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

/** Of a process that has ended. */
const pidOfNobody = (): number => spawnSync(process.execPath, ['--version']).pid;

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

  it('leave no earlier version, and everything else as it is', async () => {
    const beside = (name: string) => join(folder, 'prepared', name);
    const others = ['a-model-ba9876543210', 'another-model-0123456789ab', 'a-model-notes'];
    for (const name of others) await mkdir(beside(name), { recursive: true });
    await products('whole');
    expect(others.map((name) => existsSync(beside(name)))).toEqual([false, true, true]);
  });

  it('clear what killed processes left, also where all is prepared, and nothing that may be in use', async () => {
    await products('whole');
    const [gone, mine] = [pidOfNobody(), process.pid];
    const [now, minutesAgo, hoursAgo] = [0, 120, 7_200].map(
      (seconds) => new Date(Date.now() - 1000 * seconds),
    );
    const parts: [name: string, written: Date | undefined, stays: boolean][] = [
      [`a.weights.${gone}.part`, now, true],
      [`b.weights.${gone}.part`, minutesAgo, false],
      [`c.weights.${mine}.part`, minutesAgo, true],
      [`d.weights.${mine}.part`, hoursAgo, false],
      ['notes.part', hoursAgo, true],
    ];
    for (const [name, written = new Date()] of parts) {
      await writeFile(join(prepared, name), '');
      await utimes(join(prepared, name), written, written);
    }
    await products('whole');
    const left = (await readdir(prepared)).filter((name) => name.endsWith('.part'));
    expect(left.sort()).toEqual(parts.filter(([, , stays]) => stays).map(([name]) => name));
  });

  it('remove no folder by way of a link', async () => {
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(join(elsewhere, 'a-folder'), { recursive: true });
    await mkdir(join(folder, 'prepared'));
    await symlink(elsewhere, join(folder, 'prepared', 'a-model-ba9876543210'), 'junction');
    await products('whole');
    expect(existsSync(join(elsewhere, 'a-folder'))).toBe(true);
  });

  it.runIf(existsSync('/dev/full')).each(['whole_q4.onnx.weights', 'whole_q4.onnx', 'whole_q4.onnx.json'])(
    'say so when the disk is full for %s, and leave nothing behind',
    async (name) => {
      await mkdir(prepared, { recursive: true });
      await symlink('/dev/full', join(prepared, `${name}.${process.pid}.part`));
      await expect(products('whole')).rejects.toMatchObject({ code: 'DISK_FULL' });
      expect(await readdir(prepared)).toEqual([]);
      expect(await products('whole')).toHaveLength(1);
    },
  );

  it('say which folder cannot be written, and need not write to it once it is prepared', async () => {
    await writeFile(join(folder, 'prepared'), '');
    await expect(products('whole')).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      message: expect.stringContaining(`${prepared} cannot be written`),
    });
    await rm(join(folder, 'prepared'));
    const [first] = await products('whole');
    await chmod(prepared, 0o500);
    expect(await products('whole')).toEqual([first]);
    await chmod(prepared, 0o700);
  });

  it('need no folder for a model that keeps its weights, also where they lie beside it', async () => {
    await writeFile(join(folder, 'onnx/old_q4.onnx'), fourBits({ operators: 12 }));
    const beside = fourBits({ operators: 12, beside: 'parted_q4.onnx_data' });
    await writeFile(join(folder, 'onnx/apart_q4.onnx'), beside);
    const [old, apart] = await products('old', 'apart');
    expect(old).toHaveLength(4);
    expect(apart).toEqual(old);
    expect(existsSync(prepared)).toBe(false);
  });
});
