/** Finds out what this machine and the servers can do, in a process of its own that may crash. */
import type { ServerState } from '@models/server/index.js';
import type { Device } from '@shared/device.js';
import type { ServerSetting } from '@shared/settings.js';
import { type Calls, callsTo, type Settled, settled } from './calls.js';
import { reasonOf } from './first-that-loads.js';
import type { StartChild } from './port.js';

/** What has not answered by then is taken to hang. Milliseconds. */
const LONGEST = 60_000;

/** Why `device` does not work on this machine; '' when it does. */
export async function probe(
  device: Device,
  { start, modelsFolder }: { start: StartChild; modelsFolder: string },
): Promise<string> {
  const asked = await inOwnProcess(start, (calls) => calls.probe({ device, modelsFolder }));
  if ('died' in asked) return `it ended the process that tried it (${asked.died})`;
  return asked.error ? reasonOf(asked.error) : '';
}

/** Whether each server answers and has its model. */
export async function probeServers(
  servers: readonly ServerSetting[],
  { start }: { start: StartChild },
): Promise<readonly ServerState[]> {
  if (servers.length === 0) return [];
  const asked = await inOwnProcess(start, (calls) => calls.servers({ servers: [...servers] }));
  return 'died' in asked ? [] : (asked.value ?? []);
}

async function inOwnProcess<T>(
  start: StartChild,
  ask: (calls: Calls) => Promise<T>,
): Promise<Settled<T> | { died: string }> {
  const child = start();
  const timer = setTimeout(() => child.kill(), LONGEST);
  try {
    const asked = settled(ask(callsTo(child)));
    return await Promise.race([asked, child.exited.then((died) => ({ died }))]);
  } finally {
    clearTimeout(timer);
    child.kill();
  }
}
