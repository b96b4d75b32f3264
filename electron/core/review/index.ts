/** The review file: everything the artist decided on one storyboard, its history, and the caches beside it. */
import { dirname, join } from 'node:path';
import type { CommandSettings } from '@shared/commands/index.js';
import { ContinuistError } from '@shared/errors.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { approvalKey } from './approval-key.js';
import { guarded } from './failures.js';
import { Hold } from './hold.js';
import { type Homes, homesOf } from './location.js';
import { isOnNetwork } from './network-drive.js';
import { openOrRecover } from './open-or-recover.js';
import { Review } from './review.js';
import { bringTogether, type Homecoming } from './two-homes.js';

export { judgementRow, measuresRow, type PictureReading } from './caches.js';
export type { EventKind, ReviewEvent } from './events.js';
export { hasReview, reviewedOf } from './location.js';
export { Review } from './review.js';

export interface OpenReviewOptions {
  /** The base folder of the storyboard. */
  readonly folder: string;
  /** Name of the file in it that lists the shots; null = its pictures. */
  readonly source?: string | null;
  /** The user's data folder, for storyboards that lie where nothing can be written. */
  readonly dataFolder: string;
  /** Whether a folder lies on a drive of the network. Default: what the system says. */
  readonly isOnNetwork?: (folder: string) => boolean;
  /** The name of a backup that is opened in the place of the review. */
  readonly backup?: string;
  /** As they are when a command runs. `artist` is also told to others who open the review meanwhile. */
  readonly settings?: () => CommandSettings;
}

/**
 * Opens the review of a storyboard, or makes one. While another process has it open, or when a later version of the
 * program wrote it, it is read-only. What lies in its other home is brought together with it; one whose file is damaged,
 * empty or gone is brought back from what can be read of it and from its backups. Throws OPEN_FAILED, REVIEW_DAMAGED
 * where nothing can be read, REVIEW_LOCKED, LOCK_DAMAGED, DISK_FULL, DISK_FAILED; none of them changes the file.
 */
export function openReview(options: OpenReviewOptions): Review {
  const { folder, dataFolder, settings = () => DEFAULT_SETTINGS } = options;
  const homes = guarded(folder, () => homesOf(folder, dataFolder, options.source));
  const { home } = homes;
  const onNetwork = (options.isOnNetwork ?? isOnNetwork)(dirname(home.file));
  const { artist } = settings();
  const hold = guarded(home.lockFile, () => new Hold(home, dataFolder, artist));
  const isOurs = hold.heldBy === null;
  const parts = {
    folder,
    location: home,
    onNetwork,
    settings,
    readOnly: hold.heldBy,
    approvalKey: () => guarded(dataFolder, () => approvalKey(dataFolder)),
    rescueFolder: join(dataFolder, 'rescued'),
    release: () => hold.release(),
  };
  let homecoming: Homecoming | null = null;
  const open = (): Review => {
    homecoming?.end();
    homecoming = isOurs
      ? guarded(homes.other.file, () => bringTogether({ homes, folder, dataFolder, artist, onNetwork }))
      : null;
    return new Review(parts);
  };
  try {
    const review = isOurs
      ? guarded(home.file, () => openOrRecover(homes, folder, options.backup ?? null, open))
      : open();
    // Whoever only reads must not keep others from writing.
    if (review.readOnly !== null) hold.release();
    else followed(review, hold);
    review.note(notesOf(homes, onNetwork));
    if (review.readOnly === null) finish(review, homecoming);
    return review;
  } catch (thrown) {
    hold.release();
    // Its log lies beside the name under which it is open.
    const isOfDisk = thrown instanceof ContinuistError && thrown.code === 'DISK_FAILED';
    if (hold.heldBy !== null && isOfDisk) throw hold.refusal(thrown);
    throw thrown;
  } finally {
    (homecoming as Homecoming | null)?.end();
  }
}

function followed(review: Review, hold: Hold): void {
  try {
    hold.follow();
  } catch (thrown) {
    review.close();
    throw thrown;
  }
}

function finish(review: Review, homecoming: Homecoming | null): void {
  try {
    review.note(guarded(review.file, () => homecoming?.finish(review) ?? []));
  } catch (thrown) {
    review.close();
    throw thrown;
  }
}

function notesOf({ isBeside }: Homes, onNetwork: boolean): string[] {
  const notes: string[] = [];
  if (!isBeside)
    notes.push(
      'This folder cannot be written. Your review is kept in Continuist’s data folder, and goes beside the pictures when the folder can be written.',
    );
  if (onNetwork)
    notes.push(
      'The review is on a network drive. It is saved in the way that is safe there, which takes a little longer.',
    );
  return notes;
}
