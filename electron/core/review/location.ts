import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { isUnwritable } from './failures.js';

export interface ReviewLocation {
  /** The review file. */
  readonly file: string;
  /** Held by the one process that writes. */
  readonly lockFile: string;
  readonly takesFolder: string;
}

const inside = (root: string): ReviewLocation => ({
  file: join(root, 'review.sqlite'),
  lockFile: join(root, 'review.lock'),
  takesFolder: join(root, 'takes'),
});

/** Makes `root` and proves by writing that it takes files: permission bits alone say too little on some systems. */
function prepare(root: string): void {
  if (!existsSync(root)) mkdirSync(root);
  const probe = join(root, `.write-${process.pid}`);
  writeFileSync(probe, '');
  rmSync(probe);
  const { file } = inside(root);
  if (existsSync(file)) accessSync(file, constants.W_OK);
}

/**
 * Where the review of the storyboard in `folder` lies: in `.continuist/` beside the pictures, or under
 * `dataFolder` when that cannot be written.
 */
export function locationOf(folder: string, dataFolder: string): ReviewLocation {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new ContinuistError('OPEN_FAILED', 'the folder is not there', { folder });
  const beside = join(folder, '.continuist');
  try {
    prepare(beside);
    return inside(beside);
  } catch (thrown) {
    if (!isUnwritable(thrown)) throw thrown;
  }
  const root = elsewhere(folder, dataFolder);
  mkdirSync(root, { recursive: true });
  return inside(root);
}

/** The storyboard in `folder` has a review already. Looks, and makes nothing. */
export const hasReview = (folder: string, dataFolder: string): boolean =>
  [join(folder, '.continuist'), elsewhere(folder, dataFolder)].some((root) => existsSync(inside(root).file));

function elsewhere(folder: string, dataFolder: string): string {
  const hash = createHash('sha256')
    .update(realpathSync(resolve(folder)))
    .digest('hex')
    .slice(0, 32);
  return join(dataFolder, 'reviews', hash);
}
