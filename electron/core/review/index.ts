/** The review file: everything the artist decided on one storyboard, its history, and the caches beside it. */
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { guarded } from './failures.js';
import { sayHolder, takeLock } from './lock.js';
import { placeOf } from './place.js';
import { type CommandSettings, Review } from './review.js';

export type { EventKind, ReviewEvent } from './events.js';
export type { CommandSettings, RunMeta } from './review.js';
export { Review } from './review.js';

export interface OpenReviewOptions {
  /** The base folder of the storyboard. */
  readonly folder: string;
  /** The user's data folder, for storyboards that lie where nothing can be written. */
  readonly dataFolder: string;
  /** Who opens it: told to others who open it meanwhile, and in the history of imports. */
  readonly who?: string;
  /** As they are when a command runs. */
  readonly settings?: () => CommandSettings;
}

/**
 * Opens the review of a storyboard, or makes one. While another process has it open it is read-only.
 * Throws OPEN_FAILED, REVIEW_DAMAGED, REVIEW_NEWER, DISK_FULL; none of them changes the file.
 */
export function openReview(options: OpenReviewOptions): Review {
  const { folder, dataFolder, who = '', settings = () => DEFAULT_SETTINGS } = options;
  const place = guarded(folder, () => placeOf(folder, dataFolder));
  const lock = guarded(place.lockFile, () => takeLock(place.lockFile, who));
  const release = lock.held ? lock.release : () => {};
  try {
    const readOnly = lock.held ? null : sayHolder(lock.by);
    return new Review({ folder, place, who, settings, readOnly, release });
  } catch (thrown) {
    release();
    throw thrown;
  }
}
