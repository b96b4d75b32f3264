/** Saves an export, each file completely or not at all: another program may be watching the folder. */
import { join } from 'node:path';
import { replaceFile } from '@core/files/index.js';
import type { Exported } from './format.js';

/** `path`: the file, or the folder that the files go into; made when it is not there. Throws DISK_FULL or SAVE_FAILED. */
export async function saveExport({ makes, files }: Exported, path: string): Promise<void> {
  for (const file of files) await replaceFile(makes === 'file' ? path : join(path, file.path), file.content);
}
