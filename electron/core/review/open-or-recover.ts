import { existsSync } from 'node:fs';
import { ContinuistError } from '@shared/errors.js';
import { backupsOf, clearRepairMark, isMarkedForRepair } from './backups/index.js';
import { meansDamage } from './failures.js';
import { setForeignLogAside } from './foreign-log.js';
import type { Homes } from './location.js';
import {
  type Ailment,
  ailmentBefore,
  endRecovery,
  putBackup,
  recover,
  recoveredTold,
  startedAnew,
} from './recovery/index.js';
import type { Review } from './review.js';

/**
 * The review, as `open` opens it, after what is wrong with its file was put right. Call it while holding its lock.
 * `backup`: the name of one that takes the place of the review.
 */
export function openOrRecover(
  homes: Homes,
  folder: string,
  backup: string | null,
  open: () => Review,
): Review {
  const { file } = homes.home;
  endRecovery(file);
  const foreign = setForeignLogAside(file);
  const review = ownOrRecovered(homes, folder, backup, open);
  review.note(foreign);
  return review;
}

function ownOrRecovered(homes: Homes, folder: string, backup: string | null, open: () => Review): Review {
  const { file, takesFolder } = homes.home;
  if (backup !== null) {
    const told = putBackup(file, backup);
    const review = open();
    review.note([told]);
    return review;
  }
  /** Null where there is nothing to bring it back from. */
  const broughtBack = (ailment: Ailment, seq?: number): Review | null => {
    const recovered = recover(file, ailment, seq);
    if (!recovered) return null;
    const review = open();
    review.note(recoveredTold(recovered, folder, takesFolder));
    if (recovered.backup && recovered.isFileUsed) review.offerBackup(recovered.backup);
    return review;
  };

  const ailment = isMarkedForRepair(file) ? 'damaged' : ailmentBefore(file);
  // What lies in the other home goes on here; see two-homes.ts.
  if (ailment !== null && !(ailment === 'gone' && existsSync(homes.other.file))) {
    const review = broughtBack(ailment);
    if (review) return review;
    clearRepairMark(file);
    const fresh = open();
    if (ailment !== 'damaged') fresh.note([startedAnew(ailment)]);
    return fresh;
  }
  let review: Review;
  try {
    review = open();
  } catch (thrown) {
    const back = meansDamage(thrown) && isOf(file, thrown) ? broughtBack('damaged') : null;
    if (back) return back;
    if (thrown instanceof ContinuistError || !meansDamage(thrown)) throw thrown;
    throw new ContinuistError('REVIEW_DAMAGED', '', { file }, thrown);
  }
  if (review.readOnly !== null || (backupsOf(file)[0]?.seq ?? 0) <= review.seq) return review;
  const { seq } = review;
  review.close({ keepLock: true });
  return broughtBack('behind', seq) ?? open();
}

/**
 * An error that names another file says nothing of this one. Tables of another form may be somebody's doing: what such a
 * file says is not gone by, unless a backup says so too.
 */
function isOf(file: string, thrown: unknown): boolean {
  if (!existsSync(file)) return false;
  if (!(thrown instanceof ContinuistError)) return true;
  const { file: named = file, isForeign = false } = thrown.data;
  return named === file && (!isForeign || backupsOf(file).length > 0);
}
