import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSessions } from './sessions.js';
import { BESIDE, fourBits } from './testing/four-bits.js';

const x = new Tensor(
  Float32Array.from({ length: 32 }, (_, at) => Math.cos(at)),
  [1, 32],
);
const product = async (session: InferenceSession | undefined): Promise<number[]> => {
  const { y } = (await session?.run({ x })) ?? {};
  return [...((y?.data ?? []) as Float32Array)];
};

describe('sessions on the processor', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'continuist-sessions-'));
    await mkdir(join(folder, 'onnx'));
    await writeFile(join(folder, 'onnx/whole_q4.onnx'), fourBits());
    await writeFile(join(folder, 'onnx/parted_q4.onnx'), fourBits({ beside: 'parted_q4.onnx_data' }));
    await writeFile(join(folder, 'onnx/parted_q4.onnx_data'), BESIDE);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('run their graph tuned, also where its weights lie beside it', async () => {
    const sessions = await openSessions(folder, { whole: 'q4', parted: 'q4' }, 1);
    const asPublished = await InferenceSession.create(join(folder, 'onnx/parted_q4.onnx'), {
      logSeverityLevel: 3,
    });
    const [whole, parted] = [await product(sessions.whole), await product(sessions.parted)];
    expect(parted).toHaveLength(4);
    expect(parted).toEqual(whole);
    const exact = await product(asPublished);
    expect(parted).not.toEqual(exact);
    for (const [at, found] of parted.entries())
      expect(Math.abs(found - (exact[at] ?? Number.NaN))).toBeLessThan(0.05);
    await Promise.all([asPublished, ...Object.values(sessions)].map((session) => session.release()));
  });
});
