/** An export on the disk, each file whole or not at all: what reads it next may be watching. */
import { join } from 'node:path';
import { replaceFile } from '@core/files/index.js';
import type { Exported } from './format.js';

/** `path`: the file, or the folder that the files go into; made when it is not there. Throws DISK_FULL or SAVE_FAILED. */
export async function saveExport({ makes, files }: Exported, path: string): Promise<void> {
  for (const file of files) await replaceFile(makes === 'file' ? path : join(path, file.path), file.content);
}
