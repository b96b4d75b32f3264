/** Saves an export, each file completely or not at all: another program may be watching the folder. */
import { rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '@core/files/index.js';
import type { Exported } from './format.js';
import type { Step } from './steps.js';

/**
 * `path`: the file, or the folder that the files go into; made when it is not there. What is cut off leaves no file that
 * was not there before. Throws DISK_FULL or SAVE_FAILED, and what `step` throws.
 */
export async function saveExport({ makes, files }: Exported, path: string, step: Step): Promise<void> {
  const isThere = async (one: string): Promise<boolean> => (await stat(one).catch(() => null)) !== null;
  const hadFolder = makes === 'file' || (await isThere(path));
  const fresh: string[] = [];
  try {
    for (const [at, file] of files.entries()) {
      await step(at, files.length, 'Saving the files');
      const to = makes === 'file' ? path : join(path, file.path);
      if (!(await isThere(to))) fresh.push(to);
      await replaceFile(to, file.content);
    }
  } catch (thrown) {
    for (const one of fresh) await rm(one, { force: true }).catch(() => undefined);
    if (!hadFolder) await rmdir(path).catch(() => undefined);
    throw thrown;
  }
}
