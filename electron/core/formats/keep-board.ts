/** Results never take the place of what they were made from. */
import { basename, join, sep } from 'node:path';
import { realPlace } from '@core/files/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { WrittenBoard } from './format.js';

type Board = Pick<WrittenBoard['review'], 'records' | 'folder'>;

/** Throws SAVE_FAILED where one of `paths` is a picture of this storyboard, the file that lists its shots, or of its review. */
export async function mustKeepBoard({ records, folder }: Board, paths: readonly string[]): Promise<void> {
  const inside = await realPlace(folder);
  const own = new Map<string, string>();
  for (const { path } of Object.values(records.take))
    own.set(join(inside, path), 'is a picture of this storyboard');
  for (const { source } of Object.values(records.storyboard))
    if (source.kind !== 'images') own.set(join(inside, source.name), 'lists the shots of this storyboard');
  for (const path of paths) {
    const place = await realPlace(path);
    const isReview = place.startsWith(join(inside, '.continuist') + sep);
    const why = isReview ? 'belongs to the review of this storyboard' : own.get(place);
    if (why === undefined) continue;
    const file = basename(path);
    throw new ContinuistError('SAVE_FAILED', `nothing is written over ${file}, which ${why}`, { file });
  }
}
