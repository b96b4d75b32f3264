import { type FindOptions, type FoundStoryboard, findStoryboard } from '@core/formats/index.js';
import { reviewedOf } from '@core/review/index.js';

export interface FindBoardOptions extends Omit<FindOptions, 'chosen'> {
  /** Where reviews go whose own folder cannot be written. */
  readonly dataFolder: string;
  /** Of the file that the folder was opened from; null = that is not known. */
  readonly sourceName?: () => string | null;
}

/** As `findStoryboard`; of a folder's shots files, the one that it was opened from, or the only one with a review. */
export const findBoard = (
  path: string,
  { dataFolder, sourceName = () => null, ...options }: FindBoardOptions,
): Promise<FoundStoryboard> =>
  findStoryboard(path, {
    ...options,
    chosen: (folder, names) =>
      names.find((name) => name === sourceName()) ?? reviewedOf(folder, dataFolder, names),
  });
