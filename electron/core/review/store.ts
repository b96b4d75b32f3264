import { DatabaseSync } from '@photostructure/sqlite';
import { ContinuistError } from '@shared/errors.js';
import {
  type Records,
  type RecordsDiff,
  TABLES,
  type TableDiff,
  type TableName,
} from '@shared/records/index.js';
import { guarded } from './failures.js';
import { checkVersion, MIGRATIONS, migrate } from './migrations.js';

type Database = InstanceType<typeof DatabaseSync>;

const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** Milliseconds; only readers and checkpoints meet here, since one process writes. */
const PATIENCE = 2_000;

function openDatabase(file: string, readOnly: boolean): Database {
  const db = new DatabaseSync(file, { readOnly, timeout: PATIENCE });
  try {
    if (readOnly) {
      if (checkVersion(db) < MIGRATIONS.length)
        throw new ContinuistError('REVIEW_LOCKED', 'it is just being made', { file });
      return db;
    }
    // A file that is not ours, or is newer, must not even have its journal mode changed.
    checkVersion(db);
    // fullfsync matters on macOS, where a plain fsync does not reach the disk.
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON',
    );
    migrate(db);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** The open file: its record tables, and transactions over all of it. */
export class Store {
  readonly file: string;
  readonly db: Database;
  readonly #readOnly: boolean;

  constructor(file: string, readOnly: boolean) {
    this.file = file;
    this.#readOnly = readOnly;
    this.db = guarded(file, () => openDatabase(file, readOnly));
  }

  /** Every record of the file. A record not in its form means a damaged file. */
  load(): Records {
    const all: Record<string, Record<string, unknown>> = {};
    for (const table of TABLE_NAMES) {
      const rows: Record<string, unknown> = {};
      all[table] = rows;
      const stored: { id: string; json: string }[] = guarded(this.file, () =>
        this.db.prepare(`SELECT id, json FROM ${table}`).all(),
      );
      for (const { id, json } of stored) rows[id] = this.#read(table, id, json);
    }
    return all as unknown as Records;
  }

  #read(table: TableName, id: string, json: string): unknown {
    try {
      return TABLES[table].schema.parse(JSON.parse(json));
    } catch (thrown) {
      throw new ContinuistError('REVIEW_DAMAGED', `${table} ${id}`, { file: this.file, table, id }, thrown);
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
      for (const [id, row] of Object.entries(change.added)) put.run(id, JSON.stringify(row));
      for (const [id, [, row]] of Object.entries(change.updated)) put.run(id, JSON.stringify(row));
      for (const id of Object.keys(change.removed)) remove.run(id);
    }
  }

  /** Leaves everything in the one file, so that it may be copied or moved. */
  close(): void {
    // Closing does this by itself only once every statement was garbage-collected.
    if (!this.#readOnly) this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
  }
}
