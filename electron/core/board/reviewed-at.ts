/** What a path was opened as before, where its source cannot be found or read any more: the review is still there. */
import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { FoundStoryboard } from '@core/formats/index.js';
import { hasReview, reviewedOf } from '@core/review/index.js';
import { ContinuistError } from '@shared/errors.js';

/** `thrown`: why the path cannot be opened, which is thrown again where it has no review. */
export function reviewedAt(path: string, dataFolder: string, thrown: unknown): FoundStoryboard {
  const isUnread =
    thrown instanceof ContinuistError && (thrown.code === 'OPEN_FAILED' || thrown.code === 'BAD_FILE');
  const full = resolve(path);
  const isFolder = statSync(full, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const folder = isFolder ? full : dirname(full);
  const source = isFolder ? null : reviewedOf(folder, dataFolder, [basename(full)]);
  const isReviewed = isUnread && (isFolder || source !== null) && hasReview(folder, dataFolder, source);
  if (!isReviewed) throw thrown;
  return { folder, source, match: async () => null, read: () => Promise.reject(thrown) };
}
