import { freemem } from 'node:os';
import { type Device, findModel, type LibraryFolders } from '@models/library/index.js';
import { megabytes } from '@shared/megabytes.js';

/**
 * What a model is known to need of the machine's memory, where less is free; '' where it fits or nobody knows. To be
 * asked before it is loaded.
 */
export function memoryShortage(
  judge: string,
  device: Device,
  folders: LibraryFolders,
  free = freemem(),
): string {
  const need = findModel(judge, folders)?.devices[device]?.memory ?? 0;
  return need > free ? `it needs about ${megabytes(need)} of memory, and ${megabytes(free)} were free` : '';
}
