/**
 * Gives records a new form, in their tables and in every change of the event log.
 *
 * It is done once, when a file of an earlier version is opened, and in one transaction; not each time an event is
 * read. A record may need those around it to be understood as they were when it was written (a position says nothing
 * without the shots of that day), and only a walk through the log from its beginning knows them. After it the whole
 * file has one form, so that undo compares like with like.
 *
 * The same old record always gets the same new form, the one it got where the log first tells of it: what a later
 * event takes away or puts back must be what an earlier one left.
 *
 * What a migration cannot read stays as it is and costs no more than itself.
 */
import type { Row, RowMigrations, TableName } from '@shared/records/index.js';
import type { Database } from './database.js';

type Change = Record<'added' | 'removed', Record<string, Row>> & { updated: Record<string, [Row, Row]> };
type Diff = Partial<Record<TableName, Change>>;

class RowMigrator {
  readonly #migrations: RowMigrations;
  /** The records as the log has told of them so far. */
  readonly #then: Partial<Record<TableName, Record<string, Row>>> = {};
  readonly #known = new Map<string, Row>();

  constructor(migrations: RowMigrations) {
    this.#migrations = migrations;
  }

  /** The record in its new form, or as it is where it cannot be understood. */
  row(table: TableName, row: Row): Row {
    const migrate = this.#migrations[table];
    if (!migrate) return row;
    const key = `${table} ${JSON.stringify(row)}`;
    const known = this.#known.get(key) ?? attempt(() => migrate(row, this.#then)) ?? row;
    this.#known.set(key, known);
    return known;
  }

  /** The next event's change in its new form; null when nothing in it has one. */
  diff(diff: Diff): Diff | null {
    const tables = Object.entries(diff) as [TableName, Change][];
    for (const [table, change] of tables) this.#follow(table, change);
    if (!tables.some(([table]) => this.#migrations[table])) return null;
    return Object.fromEntries(tables.map(([table, change]) => [table, this.#change(table, change)]));
  }

  #follow(table: TableName, { added, updated, removed }: Change): void {
    this.#then[table] ??= {};
    const rows = this.#then[table];
    Object.assign(rows, added);
    for (const [id, [, to]] of Object.entries(updated)) rows[id] = to;
    for (const id of Object.keys(removed)) delete rows[id];
  }

  #change(table: TableName, { added, updated, removed }: Change): Change {
    const all = <T>(rows: Record<string, T>, of: (row: T) => T): Record<string, T> =>
      Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, of(row)]));
    return {
      added: all(added, (row) => this.row(table, row)),
      updated: all(updated, ([from, to]) => [this.row(table, from), this.row(table, to)]),
      removed: all(removed, (row) => this.row(table, row)),
    };
  }
}

/** What `work` gives; null where what it works on cannot be read. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Call it in the transaction that also writes the version. */
export function migrateRows(db: Database, migrations: RowMigrations): void {
  const migrator = new RowMigrator(migrations);
  const events: { seq: number }[] = db.prepare('SELECT seq FROM events ORDER BY seq').all();
  const read = db.prepare('SELECT diff FROM events WHERE seq = ?');
  const write = db.prepare('UPDATE events SET diff = ? WHERE seq = ?');
  for (const { seq } of events) {
    const event: { diff: string } = read.get(seq);
    const diff = attempt(() => migrator.diff(JSON.parse(event.diff)));
    if (diff) write.run(JSON.stringify(diff), seq);
  }
  for (const table of Object.keys(migrations) as TableName[]) {
    const put = db.prepare(`UPDATE ${table} SET json = ? WHERE id = ?`);
    const rows: { id: string; json: string }[] = db.prepare(`SELECT id, json FROM ${table}`).all();
    for (const { id, json } of rows) {
      const row = attempt(() => migrator.row(table, JSON.parse(json)));
      if (row) put.run(JSON.stringify(row), id);
    }
  }
}
