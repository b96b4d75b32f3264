import { freemem } from 'node:os';
import { type Device, findModel, type ModelPlaces } from '@models/library/index.js';
import { megabytes } from '@shared/megabytes.js';

/**
 * What a model is known to need of the machine's memory, where less is free; '' where it fits or nobody knows. To be
 * asked before it is loaded.
 */
export function memoryShortage(judge: string, device: Device, places: ModelPlaces, free = freemem()): string {
  const need = findModel(judge, places)?.devices[device]?.memory ?? 0;
  return need > free ? `it needs about ${megabytes(need)} of memory, and ${megabytes(free)} were free` : '';
}
