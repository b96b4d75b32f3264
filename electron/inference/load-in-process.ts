import type { JudgeDescription } from '@models/judge/index.js';
import type { Device } from '@shared/device.js';
import { type Calls, callsTo, settled } from './calls.js';
import type { InferenceOptions } from './inference-options.js';
import type { ChildHandle } from './port.js';

export type Loaded =
  | { readonly value: JudgeDescription; readonly error: null; readonly calls: Calls }
  | { readonly value: null; readonly error: Error }
  /** The process ended; why, in words. */
  | { readonly died: string };

/** Starts a process and loads `judge` on `device` in it. A process that could not is ended. */
export function loadInProcess(
  judge: string,
  device: Device,
  options: InferenceOptions,
): { readonly child: ChildHandle; readonly promise: Promise<Loaded> } {
  const child = options.start();
  return { child, promise: load(child, judge, device, options) };
}

async function load(
  child: ChildHandle,
  judge: string,
  device: Device,
  options: InferenceOptions,
): Promise<Loaded> {
  const {
    modelsFolder,
    downloadsFolder = null,
    threads,
    uncalibrated = false,
    loadTimeout = 180_000,
  } = options;
  const servers = [...(options.servers?.() ?? [])];
  const ensemble = [...(options.ensemble?.() ?? [])];
  const calls = callsTo(child);
  const input = { judge, device, modelsFolder, downloadsFolder, threads, uncalibrated, servers, ensemble };
  const loading = settled(calls.load(input));
  let isLate = false;
  const end = () => {
    isLate = true;
    child.kill();
  };
  const timer = device === 'cpu' ? undefined : setTimeout(end, loadTimeout);
  const first = await Promise.race([loading, child.exited.then((reason) => ({ died: reason }))]);
  clearTimeout(timer);
  if ('died' in first) {
    if (isLate) return { died: `it did not load within ${Math.round(loadTimeout / 1000)} s` };
    return { died: `its process ended while loading (${first.died})` };
  }
  if (first.error) child.kill();
  return first.error ? first : { ...first, calls };
}
