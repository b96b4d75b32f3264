/**
 * The lock of a review in the data folder, whose file is there only while somebody holds it: every file that was ever
 * opened would leave one else. Who removes it holds it, and who takes one looks whether it still lies at its path.
 */
import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { type LockResult, takeLock } from './lock.js';

/** More often than that no two processes cross each other. */
const TRIES = 50;
/** Milliseconds after which a file that lies there may be left over from a program that was killed. */
const OLD = 24 * 60 * 60_000;
/** Such files that are looked at in one go, the oldest names first. */
const MOST = 16;

const nameOf = (identity: string): string => `${identity}.lock`;

/** The number of a file that was removed may be given to the next. */
function fileAt(path: string): string | null {
  const entry = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return entry ? `${entry.ino} ${entry.birthtimeNs}` : null;
}

/** `identity`: of the review file. Throws LOCK_DAMAGED. */
export function takeOwnLock(folder: string, identity: string, who: string): LockResult {
  mkdirSync(folder, { recursive: true });
  removeLeft(folder, nameOf(identity));
  return takeAt(join(folder, nameOf(identity)), who);
}

function takeAt(file: string, who: string): LockResult {
  for (let tries = TRIES; tries > 0; tries--) {
    const before = fileAt(file);
    const lock = takeOnce(file, who, tries === 1);
    if (lock === null) continue;
    if (!lock.held) return lock;
    // Held, it is removed by nobody else; before that, whoever held it last may have done so.
    if (before !== null && fileAt(file) === before)
      return { held: true, release: () => removeAndRelease(file, lock.release) };
    lock.release();
  }
  return { held: false, by: null };
}

/** Null where SQLite has something against the file, which may have been removed under it; `isLast`: throws that. */
function takeOnce(file: string, who: string, isLast: boolean): LockResult | null {
  try {
    return takeLock(file, who);
  } catch (thrown) {
    if (isLast || thrown instanceof ContinuistError) throw thrown;
    return null;
  }
}

/** Where files that are open cannot be removed, nobody has it open when that succeeds after it was let go. */
function removeAndRelease(file: string, release: () => void): void {
  const isGone = isRemoved(file);
  release();
  if (!isGone) isRemoved(file);
}

function isRemoved(file: string): boolean {
  try {
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}

/** Those of programs that were killed. What cannot be removed, or is no lock, stays. */
function removeLeft(folder: string, but: string): void {
  const left = readdirSync(folder).filter((name) => /^\d+-\d+\.lock$/.test(name) && name !== but);
  for (const file of left.slice(0, MOST).map((name) => join(folder, name)))
    try {
      const entry = lstatSync(file);
      if (!entry.isFile() || Date.now() - entry.mtimeMs < OLD) continue;
      const lock = takeAt(file, '');
      if (lock.held) lock.release();
    } catch {
      // Somebody is just making it, or it is none.
    }
}
