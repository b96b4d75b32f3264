/**
 * A review is held by two locks. The one beside it is seen from every machine that reaches its folder, but somebody may
 * delete it, and another way to the same file (a second link to it, a folder that is shown twice) passes it by. The one in
 * the data folder is named for the file itself, so that on this machine neither lets a second writer in.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import type { ReviewLocation } from './location.js';
import { type LockResult, sayHolder, takeLock } from './lock.js';
import { takeOwnLock } from './own-lock.js';

export class Hold {
  /** Who else has it open, for the artist; null while it is ours. */
  readonly heldBy: string | null;
  readonly #home: ReviewLocation;
  readonly #locks: string;
  readonly #who: string;
  #beside: (() => void) | null = null;
  #own: (() => void) | null = null;
  /** Of the file that is held by its own lock. */
  #identity: string | null = null;

  /** Throws LOCK_DAMAGED. */
  constructor(home: ReviewLocation, dataFolder: string, who: string) {
    this.#home = home;
    this.#locks = join(dataFolder, 'locks');
    this.#who = who;
    const beside = takeLock(home.lockFile, who);
    if (!beside.held) {
      this.heldBy = sayHolder(beside.by);
      return;
    }
    this.#beside = beside.release;
    try {
      this.heldBy = this.#takeOwn();
    } catch (thrown) {
      this.release();
      throw thrown;
    }
    if (this.heldBy !== null) this.release();
  }

  /** Another file may lie at the path by now: one that was just made, or brought back. Throws REVIEW_LOCKED. */
  follow(): void {
    const heldBy = this.#takeOwn();
    if (heldBy !== null) throw this.refusal(null, heldBy);
  }

  /** For whoever cannot even read it. */
  refusal(cause: unknown, heldBy = this.heldBy ?? ''): ContinuistError {
    return new ContinuistError('REVIEW_LOCKED', heldBy.replace(/\.$/, ''), { file: this.#home.file }, cause);
  }

  release(): void {
    this.#own?.();
    this.#beside?.();
    this.#own = null;
    this.#beside = null;
    this.#identity = null;
  }

  /** Who else holds the file that lies at the path now; null where it is ours, or not there yet. */
  #takeOwn(): string | null {
    const identity = identityOf(this.#home.file);
    if (identity === null || identity === this.#identity) return null;
    const lock = takenIn(this.#locks, identity, this.#who);
    if (lock && !lock.held) return sayHolder(lock.by);
    this.#own?.();
    this.#own = lock?.release ?? null;
    this.#identity = identity;
    return null;
  }
}

/** Of a file under all of its names, while it is there. */
function identityOf(file: string): string | null {
  const entry = statSync(file, { bigint: true, throwIfNoEntry: false });
  return entry?.isFile() ? `${entry.dev}-${entry.ino}` : null;
}

/** Null where the data folder takes no files: the lock beside the review has to do then. */
function takenIn(folder: string, identity: string, who: string): LockResult | null {
  try {
    return takeOwnLock(folder, identity, who);
  } catch (thrown) {
    if (thrown instanceof ContinuistError) throw thrown;
    return null;
  }
}
