/** The review file: everything the artist decided on one storyboard, its history, and the caches beside it. */
import { join } from 'node:path';
import type { CommandSettings } from '@shared/commands/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { approvalKey } from './approval-key.js';
import { guarded } from './failures.js';
import { locationOf } from './location.js';
import { sayHolder, takeLock } from './lock.js';
import { Review } from './review.js';

export { judgementRow, measuresRow } from './caches.js';
export type { EventKind, ReviewEvent } from './events.js';
export { hasReview } from './location.js';
export { Review } from './review.js';

export interface OpenReviewOptions {
  /** The base folder of the storyboard. */
  readonly folder: string;
  /** The user's data folder, for storyboards that lie where nothing can be written. */
  readonly dataFolder: string;
  /** As they are when a command runs. `artist` is also told to others who open the review meanwhile. */
  readonly settings?: () => CommandSettings;
}

/**
 * Opens the review of a storyboard, or makes one. While another process has it open, or when a later version of the
 * program wrote it, it is read-only. Throws OPEN_FAILED, REVIEW_DAMAGED, REVIEW_LOCKED, LOCK_DAMAGED, DISK_FULL; none of them changes
 * the file.
 */
export function openReview(options: OpenReviewOptions): Review {
  const { folder, dataFolder, settings = () => DEFAULT_SETTINGS } = options;
  const location = guarded(folder, () => locationOf(folder, dataFolder));
  const lock = guarded(location.lockFile, () => takeLock(location.lockFile, settings().artist));
  let held = lock.held ? lock.release : null;
  const release = () => {
    held?.();
    held = null;
  };
  try {
    const readOnly = lock.held ? null : sayHolder(lock.by);
    const review = new Review({
      folder,
      location,
      settings,
      readOnly,
      approvalKey: () => guarded(dataFolder, () => approvalKey(dataFolder)),
      rescueFolder: join(dataFolder, 'rescued'),
      release,
    });
    // Whoever only reads must not keep others from writing.
    if (review.readOnly !== null) release();
    return review;
  } catch (thrown) {
    release();
    throw thrown;
  }
}
