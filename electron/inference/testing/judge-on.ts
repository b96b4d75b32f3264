/** For tests: judges in real processes, on the devices they are given. */
import { fileURLToPath } from 'node:url';
import type { Chain } from '@models/runtime/devices/devices.js';
import { afterEach, vi } from 'vitest';
import { InferenceClient } from '../client.js';
import { startNodeChild } from '../node-child.js';

export const modelsFolder = fileURLToPath(new URL('../../../models', import.meta.url));
const clients: InferenceClient[] = [];

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
  clients.push(made);
  return made;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(clients.splice(0).map((made) => made.close()));
});
