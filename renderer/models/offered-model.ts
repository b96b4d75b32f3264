/** The judge that is offered where the one in use does not know the board's pictures. */
import type { ModelInfo } from '@shared/contract/index.js';
import type { Device } from '@shared/device.js';
import { bytesLeft } from './bytes-left.js';

export interface OfferedModel {
  readonly model: ModelInfo;
  readonly device: Device;
  /** Bytes that are still to be downloaded; 0 where it can be used at once. */
  readonly left: number;
}

/** Bits a second of a usual line. */
const LINE = 100e6;

/**
 * One that is here, else the smallest that the model hub has: first of those that run on `device`, and of those whose
 * need of memory was measured. Null where there is none.
 */
export function offeredModel(models: readonly ModelInfo[], device: Device): OfferedModel | null {
  const ready = models.find((model) => model.role === 'judge' && model.ready && model.origin !== 'shipped');
  if (ready) return { model: ready, device, left: 0 };
  const offers = models.flatMap((model) => {
    const row = model.devices.find((one) => one.device === device) ?? model.devices[0];
    if (model.role !== 'judge' || model.origin !== 'hub' || model.added || !row) return [];
    const doubts = 2 * Number(row.device !== device) + Number(row.memory === null);
    return [{ model, device: row.device, left: bytesLeft(row), doubts }];
  });
  const [best] = offers.sort((a, b) => a.doubts - b.doubts || a.left - b.left);
  return best ? { model: best.model, device: best.device, left: best.left } : null;
}

/** 'about 2 minutes at 100 Mbit/s', of bytes. */
export function downloadTime(bytes: number): string {
  const minutes = Math.max(1, Math.round((bytes * 8) / LINE / 60));
  return `about ${minutes === 1 ? 'a minute' : `${minutes} minutes`} at ${LINE / 1e6} Mbit/s`;
}
