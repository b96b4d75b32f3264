import { DatabaseSync } from '@photostructure/sqlite';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import {
  type RecordsDiff,
  TABLE_NAMES,
  TABLES,
  type TableDiff,
  type TableName,
} from '@shared/records/index.js';
import { guarded } from './failures.js';
import { Reading, type StoredRow } from './left-out.js';
import { MIGRATIONS, migrate, versionOf } from './migrations.js';

type Database = InstanceType<typeof DatabaseSync>;

/** Rows that are read at a time. */
const PORTION = 2000;
/** Milliseconds; only readers and checkpoints meet here, since one process writes. */
const PATIENCE = 2_000;

interface Opened {
  readonly db: Database;
  /** A later version of the program wrote it: it is read as far as it can be, and never written. */
  readonly newer: boolean;
}

function openReadOnly(file: string): Opened {
  const db = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE });
  try {
    const version = versionOf(db);
    if (version < MIGRATIONS.length)
      throw new ContinuistError(
        'REVIEW_LOCKED',
        'it is just being made, or an earlier version of Continuist has it open',
        { file },
      );
    return { db, newer: version > MIGRATIONS.length };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function openToWrite(file: string): Opened {
  const db = new DatabaseSync(file, { timeout: PATIENCE });
  try {
    // A file that is not ours, or is newer, must not even have its journal mode changed.
    if (versionOf(db) > MIGRATIONS.length) {
      db.close();
      return openReadOnly(file);
    }
    // fullfsync matters on macOS, where a plain fsync does not reach the disk.
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON',
    );
    migrate(db);
    return { db, newer: false };
  } catch (thrown) {
    if (db.isOpen) db.close();
    throw thrown;
  }
}

/** The open file: its record tables, and transactions over all of it. */
export class Store {
  readonly file: string;
  readonly db: Database;
  /** Written by a later version of the program, so only read. */
  readonly newer: boolean;
  readonly #readOnly: boolean;
  #reading: Reading = new Reading([]);

  constructor(file: string, readOnly: boolean) {
    this.file = file;
    const { db, newer } = guarded(file, () => (readOnly ? openReadOnly(file) : openToWrite(file)));
    this.db = db;
    this.newer = newer;
    this.#readOnly = readOnly || newer;
  }

  /** What can be read of the file. */
  load(): Reading {
    this.#reading = guarded(this.file, () => new Reading(this.#rows()));
    return this.#reading;
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

  /** A file of a later version may have given a table up. */
  #has(table: string): boolean {
    return this.db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
  }

  /** A portion at a time, so that their texts need not all be in memory at once. */
  *#rows(): Generator<StoredRow> {
    for (const table of TABLE_NAMES) {
      if (!this.#has(table)) continue;
      const next = this.db.prepare(
        `SELECT rowid, id, json FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${PORTION}`,
      );
      let rows: { rowid: number; id: string; json: string }[] = [];
      do {
        rows = next.all(rows.at(-1)?.rowid ?? 0);
        for (const { id, json } of rows) yield { table, id, json };
      } while (rows.length === PORTION);
    }
  }

  /** All of `work` is on disk when this returns, or none of it is. */
  transaction<T>(work: () => T): T {
    return guarded(this.file, () => {
      this.db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        this.db.exec('COMMIT');
        return result;
      } catch (thrown) {
        // A full disk makes SQLite roll back by itself.
        if (this.db.isTransaction) this.db.exec('ROLLBACK');
        throw thrown;
      }
    });
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
        if (this.#reading.leavesOut(table, id)) this.#displace(table, id);
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
        if (!this.#reading.leavesOut(table, id)) continue;
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

  /** Leaves everything in the one file, so that it may be copied or moved. */
  close(): void {
    // Closing does this by itself only once every statement was garbage-collected.
    if (!this.#readOnly) this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
  }
}
