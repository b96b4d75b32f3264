import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { ContinuistError } from '@shared/errors.js';

/**
 * Afterwards the file holds all of `content` or, whatever happens, what it held before. Its folder is made when it is
 * not there; a link stays a link to the file that it names. A device or a pipe is left as it is. Throws DISK_FULL or
 * SAVE_FAILED.
 */
export async function replaceFile(
  path: string,
  content: string | Buffer | { readonly copyOf: string },
): Promise<void> {
  const file = await realpath(path).catch(() => path);
  const there = await stat(file).catch(() => null);
  if (there && !there.isFile() && !there.isDirectory())
    throw new ContinuistError('SAVE_FAILED', `${basename(path)} (no file but a device or a pipe)`, {
      file: basename(path),
    });
  const part = `${file}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    if (typeof content === 'string' || Buffer.isBuffer(content)) await writeFile(part, content);
    else await copyFile(content.copyOf, part);
    await flushed(part);
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new ContinuistError('DISK_FULL', basename(path), {}, cause);
    throw new ContinuistError('SAVE_FAILED', `${basename(path)} (${code})`, { file: basename(path) }, cause);
  }
}

/** Without it, a power cut after the renaming could leave an empty file. */
async function flushed(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
