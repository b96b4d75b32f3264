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

/** Where the review of a storyboard can lie. */
export interface Homes {
  /** The one that is used. Its folder is there and can be written. */
  readonly home: ReviewLocation;
  /** What lies there comes from a time when it was the other way round. */
  readonly other: ReviewLocation;
  /** `home` is beside the pictures; else it is in the data folder. */
  readonly isBeside: boolean;
}

const inside = (root: string): ReviewLocation => ({
  file: join(root, 'review.sqlite'),
  lockFile: join(root, 'review.lock'),
  takesFolder: join(root, 'takes'),
});

const beside = (folder: string): string => join(folder, '.continuist');

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
 * The review of the storyboard in `folder` lies in `.continuist/` beside the pictures, or under `dataFolder` when that
 * cannot be written.
 */
export function homesOf(folder: string, dataFolder: string): Homes {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new ContinuistError('OPEN_FAILED', 'the folder is not there', { folder });
  const root = elsewhere(folder, dataFolder);
  const [near, far] = [inside(beside(folder)), inside(root)];
  try {
    prepare(beside(folder));
    return { home: near, other: far, isBeside: true };
  } catch (thrown) {
    if (!isUnwritable(thrown)) throw thrown;
  }
  mkdirSync(root, { recursive: true });
  return { home: far, other: near, isBeside: false };
}

/** The storyboard in `folder` has a review already. Looks, and makes nothing. */
export const hasReview = (folder: string, dataFolder: string): boolean =>
  [beside(folder), elsewhere(folder, dataFolder)].some((root) => existsSync(inside(root).file));

function elsewhere(folder: string, dataFolder: string): string {
  const hash = createHash('sha256')
    .update(realpathSync(resolve(folder)))
    .digest('hex')
    .slice(0, 32);
  return join(dataFolder, 'reviews', hash);
}
