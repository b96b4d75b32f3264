/**
 * Brings a review back whose file is damaged, empty or gone: from what can be read of it and from the newest backup that
 * is whole. The damaged file is kept. Call it while holding the lock of the review.
 */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Backup, backupsOf, clearRepairMark } from '../backups/index.js';
import { foundWrong, openDatabase } from '../database.js';
import { migrate } from '../migrations.js';
import { copyReview, flush, keptBeside, partsOf, RECOVERING } from '../review-files.js';
import { strangeIn } from '../schema.js';
import { decisionsIn, isOfOneHistory, type Merged, merge } from './merge.js';
import { type Salvage, salvage } from './salvage.js';

/** What was wrong with the file. */
export type Ailment = 'damaged' | 'empty' | 'gone' | 'behind';

export interface Recovered {
  readonly ailment: Ailment;
  /** The file as it was; null where there was none. */
  readonly kept: string | null;
  /** The backup that has a part in it; null where none has. */
  readonly backup: Backup | null;
  /** So has the file as it was. */
  readonly isFileUsed: boolean;
  readonly merged: Merged;
}

const NOTHING: Salvage = { whole: new Set(), rows: 0, shots: 0, lastEvent: 0 };

/** What lies there takes the place of the review. */
const readyFile = (file: string): string => join(dirname(file), 'recovered.sqlite');

/** Ends what a recovery that was cut off had begun. */
export function endRecovery(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name.startsWith(RECOVERING)) rmSync(join(folder, name), { recursive: true, force: true });
  if (existsSync(readyFile(file))) putInPlace(file, readyFile(file));
}

/** `made`: a review that is complete and written through. It is the review from then on, even if the program ends here. */
export function putInPlace(file: string, made: string): void {
  const ready = readyFile(file);
  renameSync(made, ready);
  // A log that is left would be taken for one of the new file.
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
  renameSync(ready, file);
  clearRepairMark(file);
}

/**
 * null: nothing can be read of it, and there is no backup; everything is as it was. `seq`: the last change of a file that
 * is behind; what is no newer than that has nothing to give.
 */
export function recover(file: string, ailment: Ailment, seq = 0): Recovered | null {
  const work = mkdtempSync(join(dirname(file), RECOVERING));
  try {
    return recoverIn(work, file, ailment, seq);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function recoverIn(work: string, file: string, ailment: Ailment, seq: number): Recovered | null {
  const backup = newestWhole(file, work, seq);
  // What is of another history was put there by somebody, and is no earlier state of this one.
  if (ailment === 'behind' && !(backup && isOfOneHistory(file, backup.copy))) return null;
  const found = existsSync(file) ? salvageOf(file, work, backup?.copy ?? null) : null;
  if (!backup && !found) return null;
  const target = found?.target ?? join(work, 'empty.sqlite');
  if (!found) makeEmpty(target);
  const used = found?.isOther ? null : backup;
  if (ailment === 'behind' && (!found || !used)) return null;
  const merged = merge({ target, salvage: found?.salvage ?? NOTHING, backup: used?.copy ?? null });
  flush(target);
  const kept = keep(file, 'damaged');
  putInPlace(file, target);
  return { ailment, kept, backup: used?.backup ?? null, isFileUsed: found !== null, merged };
}

/** A copy of the newest backup after a change that is whole, brought to this version of the program. */
function newestWhole(file: string, work: string, after: number): { backup: Backup; copy: string } | null {
  for (const backup of backupsOf(file).filter(({ seq }) => seq > after)) {
    const copy = join(work, backup.name);
    copyFileSync(backup.file, copy);
    if (isWhole(copy)) return { backup, copy };
    rmSync(copy, { force: true });
  }
  return null;
}

/** Brings it to this version of the program on the way. */
export function isWhole(copy: string): boolean {
  try {
    const db = openDatabase(copy, { timeout: 0 });
    try {
      if (foundWrong(db) !== null || strangeIn(db, false) !== null) return false;
      migrate(db);
      return true;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

interface Found {
  readonly target: string;
  readonly salvage: Salvage;
  /** It has more, and is of another history than the backup. */
  readonly isOther: boolean;
}

/** What can be read of the file, with its log or, where that gives more, without: it may be the log of another file. */
function salvageOf(file: string, work: string, backup: string | null): Found | null {
  const lenders = backup === null ? [emptyIn(work)] : [backup, emptyIn(work)];
  const tries = ['whole', 'alone'].flatMap((name, at): Found[] => {
    if (at === 1 && !existsSync(`${file}-wal`)) return [];
    const [copy, target] = [join(work, `${name}-damaged.sqlite`), join(work, `${name}.sqlite`)];
    if (at === 1) copyFileSync(file, copy);
    else copyReview(file, copy);
    const found = salvage(copy, target, lenders);
    if (!found) return [];
    return [{ target, salvage: found, isOther: backup !== null && !isOfOneHistory(target, backup) }];
  });
  const worth = ({ salvage: { whole, rows }, isOther }: Found) =>
    (isOther ? 0 : 1e9) + whole.size * 1e6 + rows;
  const [best] = tries.sort((a, b) => worth(b) - worth(a));
  // Of two that have nothing to do with each other, the one that holds more decisions.
  if (best?.isOther && backup !== null && decisionsIn(best.target) <= decisionsIn(backup)) return null;
  return best ?? null;
}

const emptyIn = (work: string): string => {
  const file = join(work, 'new.sqlite');
  if (!existsSync(file)) makeEmpty(file);
  return file;
};

function makeEmpty(file: string): void {
  const db = openDatabase(file, { timeout: 0 });
  migrate(db);
  db.close();
}

/** A copy beside it, with what stands only in its log, so that it can be looked at or opened later; null where it is gone. */
export function keep(file: string, as: 'damaged' | 'kept'): string | null {
  const kept = keptBeside(file, as);
  copyReview(file, kept);
  for (const suffix of partsOf(kept)) flush(kept + suffix);
  return existsSync(kept) ? kept : null;
}

/** What is wrong with a file before it is opened; null where nothing is seen. */
export function ailmentBefore(file: string): Ailment | null {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (!entry) return backupsOf(file).length > 0 ? 'gone' : null;
  return entry.isFile() && entry.size === 0 ? 'empty' : null;
}
