/**
 * One process writes a review at a time. The writer holds SQLite's RESERVED lock on a small file of its own:
 * the operating system lets go of it the moment the process dies, however it dies, so no stale lock is possible,
 * while others can still read from the file who holds it.
 */
import { randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { hostname } from 'node:os';
import { ContinuistError } from '@shared/errors.js';
import { z } from 'zod';
import { type Database, openDatabase } from './database.js';
import { isBusy, isDamaged } from './failures.js';

const holder = z.object({
  pid: z.number().int(),
  host: z.string(),
  /** When the review was opened. */
  startedAt: z.number().int(),
  who: z.string(),
  /** Tells two openings by the same process apart. */
  token: z.string(),
});

type Holder = z.infer<typeof holder>;

export type LockResult =
  | { readonly held: true; readonly release: () => void }
  /** `by` is null in the instant in which another process is just taking it. */
  | { readonly held: false; readonly by: Holder | null };

/** Milliseconds to wait for another process that is only passing through. */
const PATIENCE = 250;

const HOLDER = 'CREATE TABLE holder (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL)';

const damaged = (file: string, cause?: unknown): ContinuistError =>
  new ContinuistError('LOCK_DAMAGED', file, { file }, cause);

/** A file that came from elsewhere may hold anything: what is no lock is not touched. */
function openLockFile(file: string): Database {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === false) throw damaged(file);
  const db = openDatabase(file, { timeout: PATIENCE });
  try {
    // What is signed here means nothing after a power cut, so it need not reach the disk.
    db.exec('PRAGMA synchronous = OFF');
    const entries: { sql: string | null }[] = db.prepare('SELECT sql FROM sqlite_schema').all();
    if (entries.length === 0) db.exec(HOLDER.replace('TABLE', 'TABLE IF NOT EXISTS'));
    else if (entries.some(({ sql }) => sql !== HOLDER)) throw damaged(file);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Null when nobody signed it yet, or its signature cannot be read just now. */
function readHolder(db: Database): Holder | null {
  try {
    const row: { json: string } | undefined = db.prepare('SELECT json FROM holder').get();
    return row ? holder.parse(JSON.parse(row.json)) : null;
  } catch {
    return null;
  }
}

/** Becomes the writer: signs the file, then holds it. Repeats when another signed it in between. */
function sign(db: Database, me: Holder): void {
  for (;;) {
    db.exec('BEGIN IMMEDIATE');
    if (readHolder(db)?.token === me.token) return;
    db.prepare('INSERT OR REPLACE INTO holder (one, json) VALUES (1, ?)').run(JSON.stringify(me));
    db.exec('COMMIT');
  }
}

/** Ends the transaction too: a connection with statements not yet collected lives on after `close`, locks and all. */
function release(db: Database): void {
  db.exec('ROLLBACK');
  db.close();
}

/** Throws LOCK_DAMAGED. The file is never removed: whoever holds it would hold a file that nobody else sees. */
export function takeLock(file: string, who: string): LockResult {
  let db: Database;
  try {
    db = openLockFile(file);
  } catch (thrown) {
    if (isBusy(thrown)) return { held: false, by: null };
    throw isDamaged(thrown) ? damaged(file, thrown) : thrown;
  }
  try {
    sign(db, { pid: process.pid, host: hostname(), startedAt: Date.now(), who, token: randomUUID() });
    return { held: true, release: () => release(db) };
  } catch (thrown) {
    const by = isBusy(thrown) ? readHolder(db) : null;
    db.close();
    if (!isBusy(thrown)) throw thrown;
    return { held: false, by };
  }
}

/** For the artist: "Open by Ada on studio-3 since 10:14 (process 4242)." */
export function sayHolder(by: Holder | null): string {
  if (!by) return 'Open in another window.';
  const name = by.who ? `by ${by.who}` : 'in another window';
  const host = by.host === hostname() ? '' : ` on ${by.host}`;
  return `Open ${name}${host} since ${new Date(by.startedAt).toLocaleString()} (process ${by.pid}).`;
}
