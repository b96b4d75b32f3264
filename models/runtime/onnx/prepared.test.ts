/** Processes that prepare the same model: killed for real at every moment, and two at once. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOf } from '@testing/bundle-of.js';
import { Tensor } from 'onnxruntime-node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSessions } from './sessions.js';
import { fourBits } from './testing/four-bits.js';

const MODEL = 'model';
const KEPT = ['model_q4.onnx', 'model_q4.onnx.json', 'model_q4.onnx.weights'];
const WEIGHTS = 'model_q4.onnx.weights';
const program = bundleOf(fileURLToPath(new URL('./testing/prepare-in-process.ts', import.meta.url)));

let folder: string;
let prepared: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-prepared-'));
  prepared = join(folder, 'prepared', 'a-model-0123456789ab');
  await mkdir(join(folder, 'onnx'));
  await writeFile(join(folder, 'onnx/model_q4.onnx'), fourBits());
});
afterEach(() => rm(folder, { recursive: true }));

interface End {
  /** What it made of a wave; '' when it did not come so far. */
  readonly said: string;
  readonly signal: string | null;
  readonly error: string;
}

const prepare = (how: { DIE?: string; MEET?: string } = {}): Promise<End> =>
  new Promise((resolve) => {
    const env = { ...process.env, FOLDER: folder, PREPARED: prepared, MODEL, ...how };
    execFile(process.execPath, [program], { env }, (error, said, stderr) =>
      resolve({ said, signal: error?.signal ?? null, error: error ? stderr : '' }),
    );
  });

/** The same in this process, which has the runtime loaded. */
async function openHere(): Promise<number[]> {
  const sessions = await openSessions(folder, { [MODEL]: 'q4' }, { threads: 1, prepared });
  const x = Float32Array.from({ length: 32 }, (_, at) => Math.cos(at));
  const { y } = (await sessions[MODEL]?.run({ x: new Tensor(x, [1, 32]) })) ?? {};
  await sessions[MODEL]?.release();
  return [...((y?.data ?? []) as Float32Array)];
}

const keptNames = async (): Promise<string[]> => (await readdir(prepared)).sort();

it('a kill at any moment leaves what the next start mends, with nothing over', async () => {
  const { said: wanted } = await prepare();
  expect(JSON.parse(wanted)).toHaveLength(4);
  const whole = await readFile(join(prepared, WEIGHTS));
  const long = new Date(Date.now() - 120_000);
  let moment = 0;
  for (; ; moment++) {
    await writeFile(join(prepared, WEIGHTS), whole.subarray(1));
    const { signal, said } = await prepare({ DIE: `${moment}` });
    if (signal === null) {
      expect(said).toBe(wanted);
      break;
    }
    expect(signal).toBe('SIGKILL');
    for (const name of await keptNames()) await utimes(join(prepared, name), long, long);
    expect(JSON.stringify(await openHere())).toBe(wanted);
    expect(await keptNames()).toEqual(KEPT);
    expect(await readFile(join(prepared, WEIGHTS))).toEqual(whole);
  }
  expect(moment).toBeGreaterThan(8);
});

it('two at once both get it, and leave it once', async () => {
  const both = await Promise.all([prepare({ MEET: '2' }), prepare({ MEET: '2' })]);
  const { said: wanted } = await prepare();
  expect(both).toEqual([
    { said: wanted, signal: null, error: '' },
    { said: wanted, signal: null, error: '' },
  ]);
  expect(await keptNames()).toEqual(KEPT);
});
