import { join } from 'node:path';
import type { Device } from '@shared/device.js';
import { ContinuistError } from '@shared/errors.js';
import { env, InferenceSession, listSupportedBackends, Tensor } from 'onnxruntime-node';
import { nativeReason } from '../faults/index.js';

/**
 * Runs the smallest session that ships with the program on `device`. May take its process down with it. Throws
 * JUDGE_UNAVAILABLE with the reason when the device does not work here.
 */
export async function probeDevice(device: Device, modelsFolder: string): Promise<void> {
  const file = join(modelsFolder, 'storybook', 'files', 'onnx', 'embed_tokens.onnx');
  // What it refuses is told in the error; the terminal need not have it, too.
  env.logLevel = 'fatal';
  try {
    const session = await InferenceSession.create(file, {
      executionProviders: [device],
      logSeverityLevel: 3,
    });
    await session.run({ input_ids: new Tensor('int64', BigInt64Array.of(1n), [1, 1]) });
    await session.release();
  } catch (thrown) {
    const known = listSupportedBackends().find(({ name }) => name === device);
    const absent = known?.bundled === false ? 'its files are no part of this installation: ' : '';
    throw new ContinuistError('JUDGE_UNAVAILABLE', `${absent}${nativeReason(thrown)}`, { device }, thrown);
  }
}
