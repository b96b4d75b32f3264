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
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ContinuistError } from '@shared/errors.js';
import { type Storyboard, TABLES } from '@shared/records/index.js';
import { backupsOf } from './backups/index.js';
import { openDatabase } from './database.js';
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

/** Also where the file itself is gone and can be brought back. */
const isReviewed = (root: string): boolean =>
  existsSync(inside(root).file) || backupsOf(inside(root).file).length > 0;

const beside = (folder: string): string => join(folder, '.continuist');

/** With those above it. Node's own says of a disk that may only be read that the folder above is not there. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (thrown) {
    if (!existsSync(path)) throw thrown;
  }
}

/** Makes `root` and proves by writing that it takes files: permission bits alone say too little on some systems. */
function prepare(root: string): void {
  makeFolder(root);
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
export function homesOf(folder: string, dataFolder: string, source: string | null = null): Homes {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new ContinuistError('OPEN_FAILED', 'the folder is not there', { folder });
  const part = partOf(folder, dataFolder, source);
  const [near, root] = rootsOf(folder, dataFolder).map((one) => join(one, part)) as [string, string];
  const [here, far] = [inside(near), inside(root)];
  try {
    prepare(near);
    return { home: here, other: far, isBeside: true };
  } catch (thrown) {
    if (!isUnwritable(thrown)) throw thrown;
  }
  mkdirSync(root, { recursive: true });
  return { home: far, other: here, isBeside: false };
}

/** The storyboard in `folder` has a review already. Looks, and makes nothing. */
export const hasReview = (folder: string, dataFolder: string, source: string | null = null): boolean => {
  const part = partOf(folder, dataFolder, source);
  return rootsOf(folder, dataFolder).some((root) => isReviewed(join(root, part)));
};

/** Of these shots files of a folder, the only one that has a review; null where none has, or more than one. */
export function reviewedOf(folder: string, dataFolder: string, sources: readonly string[]): string | null {
  const roots = rootsOf(folder, dataFolder).filter(existsSync);
  const owner = ownerOf(folder, dataFolder);
  const own = roots.filter((root) => existsSync(join(root, OWN_PARTS)));
  const reviewed = sources.filter(
    (source) => source === owner?.name || own.some((root) => isReviewed(join(root, ownPart(source)))),
  );
  return reviewed.length === 1 ? (reviewed[0] ?? null) : null;
}

const rootsOf = (folder: string, dataFolder: string): string[] => [
  beside(folder),
  elsewhere(folder, dataFolder),
];

/**
 * Where in a review's folder the review of a source lies: in itself, or, where that is the review of another shots file
 * which is still there, in a folder of its own.
 */
function partOf(folder: string, dataFolder: string, source: string | null): string {
  if (source === null) return '';
  const own = ownPart(source);
  const hasOwn = rootsOf(folder, dataFolder).some((root) => isReviewed(join(root, own)));
  if (hasOwn) return own;
  const owner = ownerOf(folder, dataFolder);
  const isOthers =
    owner !== null &&
    owner.kind !== 'images' &&
    owner.name !== source &&
    existsSync(join(folder, owner.name));
  return isOthers ? own : '';
}

const OWN_PARTS = 'boards';

const ownPart = (source: string): string =>
  join(OWN_PARTS, createHash('sha256').update(source).digest('hex').slice(0, 16));

/** What the review in the review's folder itself was opened from; null where there is none, or it cannot be read. */
function ownerOf(folder: string, dataFolder: string): Storyboard['source'] | null {
  const [file] = rootsOf(folder, dataFolder)
    .map((root) => inside(root).file)
    .filter((one) => existsSync(one));
  return file === undefined ? null : sourceIn(file);
}

/** Where nothing can be written, SQLite opens a file with a log only if it is told that nobody changes it meanwhile. */
function sourceIn(file: string): Storyboard['source'] | null {
  for (const name of [file, `${pathToFileURL(file).href}?immutable=1`])
    try {
      return readSource(name);
    } catch {
      // Opening it says what is wrong with it.
    }
  return null;
}

function readSource(file: string): Storyboard['source'] | null {
  const db = openDatabase(file, { readOnly: true, timeout: 500 });
  try {
    const row: { json: string } | undefined = db.prepare('SELECT json FROM storyboard LIMIT 1').get();
    return row ? TABLES.storyboard.schema.parse(JSON.parse(row.json)).source : null;
  } finally {
    db.close();
  }
}

function elsewhere(folder: string, dataFolder: string): string {
  const full = resolve(folder);
  const hash = createHash('sha256')
    .update(existsSync(full) ? realpathSync(full) : full)
    .digest('hex')
    .slice(0, 32);
  return join(dataFolder, 'reviews', hash);
}
