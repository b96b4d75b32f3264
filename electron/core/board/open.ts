/** From an imported storyboard to an open board: pictures registered, review file made or found, claims derived. */
import { resolve } from 'node:path';
import { type Assets, createAssets } from '@core/assets/index.js';
import { readingsFor } from '@core/canon/index.js';
import { descriptionReader } from '@core/claims/index.js';
import type { FoundStoryboard } from '@core/formats/index.js';
import { openReview, type Review } from '@core/review/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import type { CommandSettings } from '@shared/commands/index.js';
import type { MatchChoice } from '@shared/matching/index.js';
import { factsOnBoard } from '@shared/out-of-date/index.js';
import { Board } from './board.js';
import { PictureReadings } from './picture-readings.js';
import { type AddPicture, recordsOf } from './source-records.js';

export interface OpenBoardOptions {
  /** Where reviews go whose own folder cannot be written. */
  readonly dataFolder: string;
  /** For thumbnails. */
  readonly cacheFolder: string;
  /** What `found` reads of pictures. */
  readonly readings?: PictureReadings;
  /** As they are whenever a command runs. */
  readonly settings: () => CommandSettings;
  /** What the artist said of which picture shows which shot; kept with a new review. */
  readonly match?: MatchChoice;
  /** Bytes of pictures that are read to their end before the board opens; more are read while it is open. */
  readonly readAtOnce?: number | undefined;
  /** As the judge was when it was last there, which is started once this is open; null = it never was. Absent = none is started. */
  readonly lastJudge?: JudgeDescription | null;
  /** The name of a backup that is opened in the place of the review. */
  readonly backup?: string;
  /** Defects, and what kept the program from writing by itself. */
  readonly log: (thrown: unknown) => void;
}

/** Bytes, which take about a second. */
const READ_AT_ONCE = 256 * 1024 * 1024;

/** Reads the storyboard only where it has no review yet. */
export async function openBoard(found: FoundStoryboard, options: OpenBoardOptions): Promise<Board> {
  const review = openReview({
    folder: found.folder,
    source: found.source,
    dataFolder: options.dataFolder,
    settings: options.settings,
    ...(options.backup !== undefined && { backup: options.backup }),
  });
  try {
    const { readings = new PictureReadings(), readAtOnce = READ_AT_ONCE } = options;
    const assets = createAssets({ cacheFolder: options.cacheFolder, readings });
    readings.keepIn(review);
    const { isNew } = review;
    if (isNew) {
      const imported = await found.read();
      const skipped = [...imported.skipped];
      const files = imported.shots.flatMap(({ takes }) =>
        takes.map(({ path }) => resolve(found.folder, path)),
      );
      const isMuch = readings.bytesOf(files) > readAtOnce;
      // They are few, and nothing reads them later.
      const portraits = new Set(imported.portraits?.map(({ path }) => path));
      const add: AddPicture = (file, path) =>
        isMuch && !portraits.has(path) ? readings.addUnread(file, path, assets) : readings.add(file, assets);
      const records = await recordsOf(imported, add, skipped);
      review.importRecords(records, 'Open storyboard', skipped, options.match);
      review.note(imported.notes ?? []);
      readings.keep();
    }
    const pictures = recallPictures(review, assets);
    const areClaimsDerived = !isNew && !review.isJoined;
    if (!areClaimsDerived) await readAhead(review);
    const board = new Board({ review, assets, pictures, areClaimsDerived, log: options.log });
    if (options.lastJudge !== undefined) board.expectJudge(options.lastJudge);
    await board.worded();
    return board;
  } catch (thrown) {
    review.close();
    throw thrown;
  }
}

/** Resolves when the descriptions are read, which the claims follow from. */
const readAhead = ({ records }: Review): Promise<void> =>
  descriptionReader.prepare(readingsFor(Object.values(records.shot), factsOnBoard(records)));

/** Resolves when the pictures that were moved or renamed are found again by their content. */
const recallPictures = ({ folder, records }: Review, assets: Assets): Promise<void> =>
  assets.recall(
    folder,
    new Map(
      [...Object.values(records.portrait), ...Object.values(records.take)].map(({ sha256, path }) => [
        sha256,
        resolve(folder, path),
      ]),
    ),
  );
