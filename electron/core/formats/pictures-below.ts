/** The pictures of a folder and of the folders in it, as far as a storyboard's may lie. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { byName, isPicture } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { mayHaveFrames, whyNotRead } from './foreign.js';

export interface PicturesBelow {
  /** From the folder, forward slashes, in natural order. */
  readonly paths: readonly string[];
  /** Names of all other files that lie in the folder itself. */
  readonly others: readonly string[];
  /** Pictures that cannot be read or are not looked at, and folders that may hold some. */
  readonly skipped: readonly Skipped[];
}

/** Folders in folders. */
export const DEEPEST = 6;
const MOST = 100_000;

/** Hidden files and folders, such as a review's own, are not looked at. Throws OPEN_FAILED where there are too many. */
export async function picturesBelow(folder: string): Promise<PicturesBelow> {
  const paths: string[] = [];
  const others: string[] = [];
  const skipped: Skipped[] = [];
  let entries = 0;
  const readFolder = async (inside: string, depth: number): Promise<void> => {
    const names = await readdir(join(folder, inside), { withFileTypes: true });
    entries += names.length;
    if (entries > MOST)
      throw new ContinuistError(
        'OPEN_FAILED',
        `${basename(folder)} has more than ${MOST} files in it; choose the folder that the storyboard lies in`,
        { name: basename(folder) },
      );
    const folders: string[] = [];
    for (const entry of names) {
      const { name } = entry;
      if (name.startsWith('.')) continue;
      const path = inside === '' ? name : `${inside}/${name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (await isFolder(join(folder, path), entry)) skipped.push({ name: path, reason: LINKED });
      else if (isPicture(name)) {
        const why = name.includes(NO_CHARACTER)
          ? NAME_UNREADABLE
          : await whyNoFile(join(folder, path), entry);
        if (why === null) paths.push(path);
        else skipped.push({ name: path, reason: why });
      } else if (mayHaveFrames(name)) skipped.push({ name: path, reason: whyNotRead(name) });
      else if (inside === '') others.push(name);
    }
    for (const path of folders) {
      if (depth === DEEPEST) skipped.push({ name: path, reason: 'too many folders deep' });
      else if (await isBoard(join(folder, path)))
        skipped.push({ name: path, reason: 'a storyboard of its own' });
      else await readFolder(path, depth + 1);
    }
  };
  await readFolder('', 0);
  return { paths: paths.sort(byName), others: others.sort(byName), skipped };
}

/** Whether a folder has a review of its own. */
const isBoard = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch((): string[] => [])).includes('.continuist');

/** What stands for bytes of a name that are no UTF-8: by such a name no file is found. */
const NO_CHARACTER = '\ufffd';
const NAME_UNREADABLE = 'its name is not written in UTF-8: rename it';
const LINKED = 'it is a link to a folder, which is not followed';

const isFolder = async (file: string, entry: Dirent): Promise<boolean> =>
  entry.isSymbolicLink() && ((await stat(file).catch(() => null))?.isDirectory() ?? false);

/** A link to a file is that file. */
async function whyNoFile(file: string, entry: Dirent): Promise<string | null> {
  const found = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
  if (found === null) return 'it is a link to nothing';
  return found.isFile() ? null : 'it is a pipe or a device, not a file';
}
