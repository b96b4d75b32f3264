import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError, type ErrorCode } from '@shared/errors.js';
import {
  type RecordsDiff,
  TABLE_NAMES,
  TABLES,
  type TableDiff,
  type TableName,
} from '@shared/records/index.js';
import { type Database, foundWrong, openDatabase } from './database.js';
import { guarded } from './failures.js';
import { type LeavesOut, Reading } from './left-out.js';
import { MIGRATIONS, migrate, versionOf } from './migrations.js';
import { flush } from './review-files.js';
import { missingIn, strangeIn } from './schema.js';
import { Standing } from './standing.js';
import { type StoredRow, storedRows } from './stored-rows.js';

/** Milliseconds; only readers and checkpoints meet here, since one process writes. */
const PATIENCE = 2_000;

/** Why a file is only read though nobody else has it open: the error of whoever changes it, and the reason shown. */
export interface Barred {
  readonly code: ErrorCode;
  readonly why: string;
}

/** What is done about a file that is removed or replaced while it is open. */
export interface Guard {
  /** Other files that must stay where they are. */
  readonly files: readonly string[];
  /** Where a copy of the review goes. */
  copy(): string;
  /** Called once it is only read, with the reason for the artist. */
  barred(why: string): void;
  /** Part of the file is damaged, which shows only now. */
  damaged(): void;
}

/**
 * Closing a file that is no longer at its path would remove the log of the one that is there now (section 4.3 of
 * https://sqlite.org/howtocorrupt.html), so these stay open until the process ends.
 */
const ABANDONED: Database[] = [];

export interface StoreOptions {
  /** Another process writes it. */
  readonly readOnly?: boolean;
  /** It lies on a drive of the network, where a write-ahead log is unsafe: changes go through a rollback journal. */
  readonly onNetwork?: boolean;
  readonly guard?: Guard;
}

/** Tables beside the records, whose rows mean the same in every review of a storyboard. */
const BESIDES = [
  ['judgement', ['key', 'json']],
  ['measures', ['sha256', 'json']],
  ['approval', ['request_id', 'mark']],
] as const;

/** Tables of one row. */
type KeptTable = 'source' | 'matching';

interface Opened {
  readonly db: Database;
  readonly barred: Barred | null;
}

const CHANGED =
  'While it was open, another program wrote to its file, and the last change was not saved. Everything before it was. Open the storyboard again to see it as it is now and to go on.';

function dataVersion(db: Database): number {
  const row: { data_version: number } | undefined = db.prepare('PRAGMA data_version').get();
  return row?.data_version ?? 0;
}

/** A later version of the program wrote it: it is read as far as it can be, and never written. */
const NEWER: Barred = {
  code: 'REVIEW_NEWER',
  why: 'It was written by a newer version of Continuist. Update Continuist to change it.',
};

function barredBy(db: Database): Barred | null {
  const newer = versionOf(db) > MIGRATIONS.length;
  const strange = strangeIn(db, newer);
  if (strange === null) return newer ? NEWER : null;
  return {
    code: 'REVIEW_STRANGE',
    why: `Its file holds something that Continuist did not put there: ${strange}. Nothing of that is used. You can look at everything and export it; to change it, ask whoever sent it for a file without that.`,
  };
}

/** Bytes; larger files are looked over while they are open, see backups.ts. */
const LOOKED_OVER_AT_ONCE = 8e6;

/** Byte 18 of the header, https://sqlite.org/fileformat.html: 1 = changes go through a journal, 2 = through a log. */
function formatOf(file: string): number {
  const handle = openSync(file, 'r');
  const header = Buffer.alloc(20);
  readSync(handle, header);
  closeSync(handle);
  return header[18] ?? 0;
}

function openReadOnly(file: string, onNetwork: boolean): Opened {
  if (onNetwork && formatOf(file) === 2)
    throw new ContinuistError('REVIEW_LOCKED', 'it is open on the machine that the drive belongs to', {
      file,
    });
  const db = openDatabase(file, { readOnly: true, timeout: PATIENCE });
  try {
    const version = versionOf(db);
    const barred = barredBy(db);
    if (version < MIGRATIONS.length && !barred)
      throw new ContinuistError(
        'REVIEW_LOCKED',
        'it is just being made, or an earlier version of Continuist has it open',
        { file },
      );
    return { db, barred };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function openToWrite(file: string, onNetwork: boolean): Opened {
  // SQLite would only read it, as one of a later version of its own.
  if (existsSync(file) && formatOf(file) > 2)
    throw new ContinuistError('REVIEW_DAMAGED', 'its header is damaged');
  const db = openDatabase(file, { timeout: PATIENCE });
  try {
    // A log that was left by another machine is read without the memory that it would share.
    if (onNetwork) db.exec('PRAGMA locking_mode = EXCLUSIVE');
    // A file that is not ours, or is newer, must not even have its journal mode changed.
    if (barredBy(db)) {
      db.close();
      return openReadOnly(file, false);
    }
    // fullfsync matters on macOS, where a plain fsync does not reach the disk.
    db.exec(
      `PRAGMA journal_mode = ${onNetwork ? 'DELETE' : 'WAL'}; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON`,
    );
    if (onNetwork) db.exec('PRAGMA locking_mode = NORMAL');
    const found = statSync(file).size <= LOOKED_OVER_AT_ONCE ? foundWrong(db) : null;
    if (found !== null) throw new ContinuistError('REVIEW_DAMAGED', found);
    migrate(db);
    const missing = missingIn(db);
    if (missing !== null) throw new ContinuistError('REVIEW_DAMAGED', `it has no “${missing}”`);
    return { db, barred: null };
  } catch (thrown) {
    if (db.isOpen) db.close();
    throw thrown;
  }
}

/** The open file: its record tables, and transactions over all of it. */
export class Store {
  readonly file: string;
  readonly db: Database;
  #barred: Barred | null;
  readonly #readOnly: boolean;
  /** Not the reading itself: the records that it found would be held beside those that came of them since. */
  #leavesOut: LeavesOut = () => false;
  #guard: Guard | null = null;
  #standing: Standing | null = null;
  readonly #onNetwork: boolean;
  /** Another one means that somebody else wrote to the file (https://sqlite.org/pragma.html#pragma_data_version). */
  readonly #version: number;

  constructor(file: string, { readOnly = false, onNetwork = false, guard }: StoreOptions = {}) {
    this.file = file;
    this.#onNetwork = onNetwork;
    const { db, barred } = guarded(file, () =>
      readOnly ? openReadOnly(file, onNetwork) : openToWrite(file, onNetwork),
    );
    this.db = db;
    this.#version = dataVersion(db);
    this.#barred = barred;
    this.#readOnly = readOnly || barred !== null;
    if (guard && !this.#readOnly) {
      this.#guard = guard;
      this.#standing = new Standing([file, ...guard.files]);
    }
  }

  /** What can be read of the file. */
  load(): Reading {
    const reading = guarded(this.file, () => new Reading(this.#rows()));
    this.#leavesOut = reading.leavesOut;
    return reading;
  }

  /** Reads or writes what can be worked out again: where its part of the file is damaged, there is none. */
  derived<T>(work: () => T): T | undefined {
    try {
      return guarded(this.file, work);
    } catch (thrown) {
      if (!(thrown instanceof ContinuistError) || thrown.code !== 'REVIEW_DAMAGED') throw thrown;
      this.#guard?.damaged();
      return undefined;
    }
  }

  /** What the import left out, and why. */
  skipped(): Skipped[] {
    return guarded(this.file, () =>
      this.#has('skipped') ? this.db.prepare('SELECT name, reason FROM skipped').all() : [],
    );
  }

  /** Call it inside a transaction. */
  keepSkipped(skipped: readonly Skipped[]): void {
    this.db.exec('DELETE FROM skipped');
    const put = this.db.prepare('INSERT INTO skipped (name, reason) VALUES (?, ?)');
    for (const { name, reason } of skipped) put.run(name, reason);
  }

  /** What was kept of the storyboard's source, or of how its pictures are matched; null where nothing was. */
  kept(table: KeptTable): string | null {
    return guarded(this.file, () => {
      if (!this.#has(table)) return null;
      const row: { json: string } | undefined = this.db.prepare(`SELECT json FROM ${table}`).get();
      return row?.json ?? null;
    });
  }

  /** In the place of what was kept before. Call it inside a transaction. */
  keep(table: KeptTable, json: string): void {
    this.db.exec(`DELETE FROM ${table}`);
    this.db.prepare(`INSERT INTO ${table} (json) VALUES (?)`).run(json);
  }

  /** The mark of an approval; null where it has none. */
  markOf(requestId: string): string | null {
    return guarded(this.file, () => {
      if (!this.#has('approval')) return null;
      const row: { mark: string } | undefined = this.db
        .prepare('SELECT mark FROM approval WHERE request_id = ?')
        .get(requestId);
      return row?.mark ?? null;
    });
  }

  /** Call it inside a transaction. */
  putMark(requestId: string, mark: string): void {
    this.db.prepare('INSERT OR REPLACE INTO approval (request_id, mark) VALUES (?, ?)').run(requestId, mark);
  }

  /** Of other reviews of the same storyboard: the last event of each that was taken in, see lineage.ts. */
  takenIn(): Set<string> {
    const rows: { mark: string }[] = this.db.prepare('SELECT mark FROM taken_in').all();
    return new Set(rows.map(({ mark }) => mark));
  }

  /** Call it inside a transaction. */
  keepTakenIn(mark: string): void {
    this.db.prepare('INSERT OR IGNORE INTO taken_in (mark) VALUES (?)').run(mark);
  }

  /** What is no decision but worth having: what was worked out, and the marks of approvals. What is here stays. */
  takeOver(other: Store): void {
    this.transaction(() => {
      for (const [table, columns] of BESIDES) {
        const put = this.db.prepare(
          `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        );
        const rows = other.db.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).iterate();
        for (const row of rows as Iterable<Record<string, string>>)
          put.run(...columns.map((column) => row[column] ?? ''));
      }
    });
  }

  /** A file of a later version may have given a table up. */
  #has(table: string): boolean {
    return this.db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
  }

  *#rows(): Generator<StoredRow> {
    for (const table of TABLE_NAMES) if (this.#has(table)) yield* storedRows(this.db, table);
  }

  /** Why it is only read; null when it can be written, or another has it open. */
  get barred(): Barred | null {
    return this.#barred;
  }

  /**
   * All of `work` is on disk when this returns, or none of it is. Throws REVIEW_REPLACED where another file lies at the
   * path by then: what is written to the open one would be gone with it; REVIEW_CHANGED where somebody else wrote to it:
   * what is in memory is not what is in it.
   */
  transaction<T>(work: () => T): T {
    const result = guarded(this.file, () => {
      this.db.exec('BEGIN IMMEDIATE');
      try {
        if (dataVersion(this.db) !== this.#version) throw this.#barAs('REVIEW_CHANGED', CHANGED);
        const made = work();
        if (this.#lost() !== null) this.db.exec('ROLLBACK');
        else this.db.exec('COMMIT');
        return made;
      } catch (thrown) {
        // A full disk makes SQLite roll back by itself.
        if (this.db.isTransaction) this.db.exec('ROLLBACK');
        throw thrown;
      }
    });
    const lost = this.#lost();
    if (lost === null) return result;
    throw this.#bar(lost);
  }

  /**
   * As `transaction`, for what can be worked out again: once this returns it outlives the program, but a machine that
   * loses its power only from the next other transaction on. Each of three for a frame would wait for the disk.
   */
  derivedTransaction<T>(work: () => T): T {
    // Only its write-ahead log stays whole then (https://sqlite.org/pragma.html#pragma_synchronous).
    if (this.#onNetwork) return this.transaction(work);
    guarded(this.file, () => this.db.exec('PRAGMA synchronous = NORMAL'));
    try {
      return this.transaction(work);
    } finally {
      if (this.db.isOpen) guarded(this.file, () => this.db.exec('PRAGMA synchronous = FULL'));
    }
  }

  #lost(): string | null {
    return this.#standing?.lost() ?? null;
  }

  /** From here on it is only read. What is in the open file, which nothing else leads to, is saved as a new one. */
  #bar(lost: string): ContinuistError {
    const copy = this.#guard?.copy() ?? '';
    let saved = `Everything before that is saved as ${copy}. To go on with it, put it at ${this.file}.`;
    try {
      mkdirSync(dirname(copy), { recursive: true });
      // Where the program ends meanwhile, half a copy must not pass for one.
      this.db.prepare('VACUUM INTO ?').run(`${copy}.part`);
      flush(`${copy}.part`);
      renameSync(`${copy}.part`, copy);
    } catch {
      saved = 'It could not be saved as a new file either: export it before you close this window.';
    }
    const why = `While it was open, ${lost}, and the last change was not saved. ${saved}`;
    this.#standing = null;
    ABANDONED.push(this.db);
    return this.#barAs('REVIEW_REPLACED', why, lost, copy);
  }

  #barAs(code: ErrorCode, why: string, detail = '', copy?: string): ContinuistError {
    this.#barred = { code, why };
    this.#guard?.barred(why);
    return new ContinuistError(code, detail, { file: this.file, ...(copy !== undefined && { copy }) });
  }

  /** Writes a change to the record tables. Call it inside a transaction. */
  write(diff: RecordsDiff): void {
    for (const table of TABLE_NAMES) {
      const change: TableDiff<unknown> | undefined = diff[table];
      if (!change) continue;
      const put = this.db.prepare(
        `INSERT INTO ${table} (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json`,
      );
      const remove = this.db.prepare(`DELETE FROM ${table} WHERE id = ?`);
      for (const [id, row] of Object.entries(change.added)) {
        if (this.#leavesOut(table, id)) this.#displace(table, id);
        put.run(id, JSON.stringify(row));
      }
      for (const [id, [, row]] of Object.entries(change.updated)) put.run(id, JSON.stringify(row));
      for (const id of Object.keys(change.removed)) {
        if (table === 'shot') this.#putAside(id);
        remove.run(id);
      }
    }
  }

  /** What belongs to a shot and cannot be read would else keep it in the file. */
  #putAside(shotId: string): void {
    for (const table of TABLE_NAMES) {
      if (!('shotId' in TABLES[table].needs)) continue;
      const rows: { id: string }[] = this.db.prepare(`SELECT id FROM ${table} WHERE shot_id = ?`).all(shotId);
      for (const { id } of rows) {
        if (!this.#leavesOut(table, id)) continue;
        this.#displace(table, id);
        this.db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
      }
    }
  }

  /** Keeps a row that cannot be read when it is about to go, or another to be written under its id. */
  #displace(table: TableName, id: string): void {
    this.db
      .prepare(
        `INSERT INTO displaced (of_table, id, json) SELECT ?1, id, json FROM ${table} WHERE id = ?2
           AND NOT EXISTS (SELECT 1 FROM displaced WHERE of_table = ?1 AND id = ?2)`,
      )
      .run(table, id);
  }

  /**
   * Leaves everything in the one file, so that it may be copied or moved. `isRead`: it is being copied now, and not waited
   * for. Throws what the disk has against it, once it is closed.
   */
  close({ isRead = false } = {}): void {
    if (ABANDONED.includes(this.db)) return;
    try {
      if (isRead) this.db.exec('PRAGMA busy_timeout = 0');
      // Closing does this by itself only once every statement was garbage-collected.
      if (!this.#readOnly) guarded(this.file, () => this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
    } finally {
      // Where the disk is full, what was acknowledged stays in the log beside the file.
      this.db.close();
    }
  }
}
