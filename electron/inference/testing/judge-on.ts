/** For tests: judges in real processes, on the devices they are given. */
import { fileURLToPath } from 'node:url';
import type { Chain } from '@models/runtime/devices/devices.js';
import { onTestFinished, vi } from 'vitest';
import { InferenceClient } from '../client.js';
import { startNodeChild } from '../node-child.js';

export const modelsFolder = fileURLToPath(new URL('../../../models', import.meta.url));

/** Is gone after the test, with what the test set in the environment for it. */
export function judgeOn(devices: Chain['devices'], downloadsFolder: string | null = null): InferenceClient {
  const made = new InferenceClient({
    start: startNodeChild,
    modelsFolder,
    downloadsFolder,
    threads: 2,
    devices: () => ({ devices, refused: [] }),
    loadTimeout: 400_000,
    timeout: 400_000,
  });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await made.close();
  });
  return made;
}
