/** From a path the artist chose to a storyboard as data. Reads only; a file in the wrong form opens nothing. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { PICTURE_EXTENSIONS } from '@core/places/index.js';
import { ContinuistError } from '@shared/errors.js';
import { readImages } from './images.js';
import type { ImportedStoryboard } from './imported.js';
import { isShotsFile, readJson, readPipeline } from './pipeline.js';

export {
  fieldOf,
  isFields,
  keyOf,
  listOf,
  NUMBER_FIELDS,
  PICTURE_FIELDS,
  PROMPT_FIELDS,
  textOf,
} from './fields.js';
export type { ImportedCharacter, ImportedShot, ImportedStoryboard, ImportedTake } from './imported.js';

/**
 * A folder (with a shots file, or of pictures), a shots file, or one picture (its folder is opened).
 * Throws OPEN_FAILED or BAD_FILE.
 */
export async function readStoryboard(path: string): Promise<ImportedStoryboard> {
  const full = resolve(path);
  const entry = await stat(full).catch((cause) => {
    throw new ContinuistError(
      'OPEN_FAILED',
      `${basename(full)} is not there`,
      { name: basename(full) },
      cause,
    );
  });
  if (entry.isDirectory()) {
    const shotsFile = await shotsFileIn(full);
    return shotsFile ? readPipeline(shotsFile) : readImages(full);
  }
  const extension = extname(full).toLowerCase();
  if (PICTURE_EXTENSIONS.has(extension)) return readImages(dirname(full));
  if (extension === '.json') return readPipeline(full);
  throw new ContinuistError('OPEN_FAILED', `${basename(full)} is of no kind that is known`, {
    name: basename(full),
  });
}

/** The one JSON file of a folder that holds shots; side-cars of pictures and settings do not. */
async function shotsFileIn(folder: string): Promise<string | null> {
  const names = (await readdir(folder)).filter((name) => extname(name).toLowerCase() === '.json').sort();
  for (const name of names) {
    const root = await readJson(join(folder, name)).catch(() => null);
    if (isShotsFile(root)) return join(folder, name);
  }
  return null;
}
