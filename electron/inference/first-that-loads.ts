/** One device after the other, until a model loads. */
import type { Chain } from '@models/runtime/devices/index.js';
import type { Device, Refusal } from '@shared/device.js';
import { ContinuistError } from '@shared/errors.js';

/** Devices that are skipped: those not tried at all, and those that failed. */
export const refusalsOf = ({ refused }: Chain, failed: ReadonlyMap<Device, string>): readonly Refusal[] => [
  ...refused,
  ...[...failed].map(([device, reason]) => ({ device, reason })),
];

/**
 * `failed`: devices that refused before; they are passed over, and new refusals are added. The last device is
 * always tried: what it throws is thrown, as JUDGE_UNAVAILABLE with what the others said. CANCELLED ends it all.
 */
export async function firstThatLoads<T>(
  chain: Chain,
  failed: Map<Device, string>,
  load: (device: Device, refused: readonly Refusal[]) => Promise<T>,
): Promise<T> {
  const { devices } = chain;
  const refusals = () => refusalsOf(chain, failed);
  for (const device of devices.slice(0, -1)) {
    if (failed.has(device)) continue;
    try {
      return await load(device, refusals());
    } catch (thrown) {
      if (thrown instanceof ContinuistError && thrown.code === 'CANCELLED') throw thrown;
      failed.set(device, reasonOf(thrown));
    }
  }
  try {
    return await load(devices.at(-1) ?? 'cpu', refusals());
  } catch (thrown) {
    const others = refusals();
    if (!(thrown instanceof ContinuistError) || thrown.code === 'CANCELLED' || others.length === 0)
      throw thrown;
    const before = others.map(({ device, reason }) => `${device}: ${reason}`).join('; ');
    const detail = `${reasonOf(thrown)}. Before that, ${before}`;
    throw new ContinuistError('JUDGE_UNAVAILABLE', detail, thrown.data, thrown);
  }
}

/** Without the code's own sentence, which says no more than that it did not load. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.replace(/^The model could not be loaded: /, '');
}
