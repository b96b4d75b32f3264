import { ContinuistError } from '../errors.js';
import { type RecordsDiff, sameValue, type TableDiff } from './diff.js';
import type { RecordOf, Records, Rows, TableName } from './tables.js';

/** One record as it is to be, or null where it goes. */
export interface Write {
  readonly table: TableName;
  readonly id: string;
  readonly row: RecordOf<TableName> | null;
}

export const put = <T extends TableName>(table: T, row: RecordOf<T>): Write => ({ table, id: row.id, row });

export const remove = (table: TableName, id: string): Write => ({ table, id, row: null });

/** A record under an id that no other has. Throws CONFLICT. */
export function add<T extends TableName>(records: Records, table: T, row: RecordOf<T>): Write {
  if (Object.hasOwn(records[table], row.id))
    throw new ContinuistError('CONFLICT', `a ${table} with this id exists already`, { table, id: row.id });
  return put(table, row);
}

/** The record. Throws NOT_FOUND. */
export function need<T extends TableName>(records: Pick<Records, T>, table: T, id: string): RecordOf<T> {
  const rows = records[table] as Readonly<Record<string, RecordOf<T>>>;
  const row = Object.hasOwn(rows, id) ? rows[id] : undefined;
  if (!row) throw new ContinuistError('NOT_FOUND', table, { table, id });
  return row;
}

/** What `writes`, in their order, change of `records`. Of several to one record the last counts. */
export function diffOfWrites(records: Records, writes: readonly Write[]): RecordsDiff {
  const last = new Map(writes.map((write) => [`${write.table} ${write.id}`, write]));
  const diff: Partial<Record<TableName, { [K in keyof TableDiff<unknown>]: Record<string, unknown> }>> = {};
  for (const { table, id, row } of last.values()) {
    const rows: Rows = records[table];
    const was = Object.hasOwn(rows, id) ? rows[id] : null;
    if (sameValue(was, row)) continue;
    diff[table] ??= { added: {}, updated: {}, removed: {} };
    const change = diff[table];
    if (!was) change.added[id] = row;
    else if (row) change.updated[id] = [was, row];
    else change.removed[id] = was;
  }
  return diff as RecordsDiff;
}

/** Records to try writes on, one after the other; a table is copied once, however many there are. */
export class ScratchRecords {
  readonly #tables: { -readonly [T in TableName]: Records[T] };
  readonly #own = new Set<TableName>();

  constructor(records: Records) {
    this.#tables = { ...records };
  }

  /** As written so far. It changes with the next write. */
  get records(): Records {
    return this.#tables;
  }

  write({ table, id, row }: Write): void {
    const tables: Record<string, Record<string, unknown>> = this.#tables;
    if (!this.#own.has(table)) tables[table] = { ...tables[table] };
    this.#own.add(table);
    const rows = tables[table] ?? {};
    if (row) rows[id] = row;
    else delete rows[id];
  }
}
