/** An export on the disk, each file whole or not at all: what reads it next may be watching. */
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import type { Exported, ExportedFile } from './format.js';

/** `path`: the file, or the folder that the files go into; made when it is not there. Throws DISK_FULL or SAVE_FAILED. */
export async function saveExport({ makes, files }: Exported, path: string): Promise<void> {
  for (const file of files) await saveFile(makes === 'file' ? path : join(path, file.path), file.content);
}

async function saveFile(path: string, content: ExportedFile['content']): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    if (Buffer.isBuffer(content)) await writeFile(part, content);
    else await copyFile(content.copyOf, part);
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new ContinuistError('DISK_FULL', basename(path), {}, cause);
    throw new ContinuistError('SAVE_FAILED', `${basename(path)} (${code})`, { file: basename(path) }, cause);
  }
}
