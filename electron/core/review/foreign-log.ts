/**
 * SQLite plays a log back into the file that it lies beside wherever the log is whole in itself, for neither says whose
 * it is (https://sqlite.org/fileformat.html#the_write_ahead_log). Whoever copies files about, by hand or with a program
 * that keeps folders alike, can put the log of one review beside another. Histories tell: a log of the file's own only
 * adds to what the file alone says, and leaves nothing out.
 */
import { copyFileSync, existsSync, lstatSync, mkdtempSync, renameSync, rmSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { foundWrong, openDatabase } from './database.js';
import type { ToldEvent } from './events.js';
import { markOf } from './lineage.js';
import { copyReview, keptBeside, RECOVERING } from './review-files.js';

/** Bytes of the header of a log; one that is no longer says nothing. */
const HEADER = 32;

/**
 * Takes away what lies where the file's log belongs and is not its own, before anything opens both. Call it while holding
 * the lock of the review. Returns what the artist is told; nothing where the log is its own, or that cannot be known since
 * either is damaged.
 */
export function setForeignLogAside(file: string): string[] {
  const links = PARTS.filter((suffix) => entryOf(file + suffix)?.isSymbolicLink());
  for (const suffix of links) rmSync(file + suffix);
  return [
    ...(links.length > 0 ? [LINKED] : []),
    ...(hasLog(file) && isForeign(file) ? [setAside(file, `${file}-wal`)] : []),
  ];
}

const PARTS = ['-wal', '-shm', '-journal'];

/** SQLite opens no such link, nor the file that has one. */
const LINKED =
  'A link lay where the log of the review belongs, which Continuist never makes. The link was removed; what it led to was neither read nor changed.';

const entryOf = (file: string): Stats | undefined => lstatSync(file, { throwIfNoEntry: false });

function hasLog(file: string): boolean {
  const log = entryOf(`${file}-wal`);
  return existsSync(file) && log?.isFile() === true && log.size > HEADER;
}

function setAside(file: string, log: string): string {
  const kept = `${keptBeside(file)}-wal`;
  renameSync(log, kept);
  rmSync(`${file}-shm`, { force: true });
  return `A log of another review lay beside this one, and nothing of it was taken in. It is kept as ${basename(kept)} beside the review. If this review had a log of its own that was replaced by it, the last decisions before that are missing.`;
}

function isForeign(file: string): boolean {
  // Two copies: a connection may go on for a while after it was closed, with what it knows of the log.
  const work = mkdtempSync(join(dirname(file), RECOVERING));
  try {
    const [without, whole] = [join(work, 'alone.sqlite'), join(work, 'played.sqlite')];
    copyFileSync(file, without);
    const alone = said(without, null);
    if (!alone?.last) return false;
    copyReview(file, whole);
    const played = said(whole, alone.last.seq);
    // Each page of a log has a sum of its own, so that one that makes a whole file damaged is not damaged itself.
    if (!played?.isWhole) return alone.isWhole;
    const added = (played.last?.seq ?? 0) - alone.last.seq;
    return (
      !played.same ||
      markOf(played.same) !== markOf(alone.last) ||
      played.before !== alone.before ||
      played.all !== alone.all + added
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface Said {
  readonly isWhole: boolean;
  /** The last event, and the one that was asked for. */
  readonly last: ToldEvent | undefined;
  readonly same: ToldEvent | undefined;
  /** Events up to the one that was asked for, which is the last where none was, and all. */
  readonly before: number;
  readonly all: number;
}

const TOLD = 'SELECT seq, at, who, kind, label, command_id AS commandId FROM events';

/** What a file says of its history; null where it cannot be read. */
function said(file: string, asked: number | null): Said | null {
  try {
    const db = openDatabase(file, { timeout: 0, readOnly: true });
    try {
      const last: ToldEvent | undefined = db.prepare(`${TOLD} ORDER BY seq DESC LIMIT 1`).get();
      const seq = asked ?? last?.seq ?? 0;
      const count = db.prepare('SELECT count(*) AS n FROM events WHERE seq <= ?');
      const counted = (to: number): number => (count.get(to) as { n: number }).n;
      return {
        isWhole: foundWrong(db) === null,
        last,
        same: db.prepare(`${TOLD} WHERE seq = ?`).get(seq),
        before: counted(seq),
        all: counted(last?.seq ?? 0),
      };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
