import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * The sample storyboard where the artist may work on it: a copy of `original` in `folder`, made when it is not
 * there. Returns the copy's path, where nothing is if nothing can be written there.
 */
export async function writableSample(original: string, folder: string): Promise<string> {
  const copy = join(folder, basename(original));
  if (existsSync(copy) || !existsSync(original)) return copy;
  const part = `${copy}.${process.pid}.part`;
  try {
    await cp(original, part, { recursive: true, filter: (path) => basename(path) !== '.continuist' });
    await rename(part, copy);
  } catch {
    // Another window was faster, or whoever opens the sample is told that it is not there.
    await rm(part, { recursive: true, force: true }).catch(() => undefined);
  }
  return copy;
}
