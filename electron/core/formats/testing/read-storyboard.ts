import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { findStoryboard } from '../find-storyboard.js';
import type { ImportedStoryboard } from '../imported.js';

/** As it is read when it is opened for the first time. */
export const readStoryboard = async (path: string): Promise<ImportedStoryboard> =>
  (await findStoryboard(path)).read();

/** What a shots file says, with plain pictures at these paths beside it. */
export async function readShots(
  root: unknown,
  pictures: readonly string[] = [],
): Promise<ImportedStoryboard> {
  const png = await plainPng();
  const files = {
    'shots.json': JSON.stringify(root),
    ...Object.fromEntries(pictures.map((path) => [path, png])),
  };
  return readStoryboard(join(await folderWith(files), 'shots.json'));
}
