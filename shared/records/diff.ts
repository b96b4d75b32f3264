/**
 * A change to the records as a value. Undo, redo, history, the renderer's mirror and sync are functions of it.
 */
import { z } from 'zod';
import { copied } from './copied.js';
import { madeFrom } from './made-from.js';
import {
  EMPTY_RECORDS,
  perTable,
  type RecordOf,
  type Records,
  type Row,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from './tables.js';

export interface TableDiff<T> {
  readonly added: Readonly<Record<string, T>>;
  readonly updated: Readonly<Record<string, [from: T, to: T]>>;
  readonly removed: Readonly<Record<string, T>>;
}

export type RecordsDiff = { readonly [T in TableName]?: TableDiff<RecordOf<T>> };

const tableDiff = <T extends z.ZodType>(of: T) =>
  z.object({
    added: z.record(z.string(), of),
    updated: z.record(z.string(), z.tuple([of, of])),
    removed: z.record(z.string(), of),
  });

export const recordsDiff = z.object(
  perTable((name) => tableDiff(TABLES[name].schema).optional()),
) as unknown as z.ZodType<RecordsDiff>;

/** Structural equality of JSON values, keys in any order. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, at) => sameValue(one, b[at]));
  if (Array.isArray(b)) return false;
  const aKeys = Object.keys(a);
  if (aKeys.length !== Object.keys(b).length) return false;
  return aKeys.every(
    (key) => Object.hasOwn(b, key) && sameValue((a as never)[key as never], (b as never)[key as never]),
  );
}

/** Rows that a change puts in, takes out, or changes: of these as they were and as they are. */
export const rowsIn = <T>({ added, updated, removed }: TableDiff<T>): T[] => [
  ...Object.values(added),
  ...Object.values(updated).flat(),
  ...Object.values(removed),
];

export function isEmptyDiff(diff: RecordsDiff): boolean {
  return TABLE_NAMES.every((table) => {
    const change = diff[table];
    return (
      !change ||
      (Object.keys(change.added).length === 0 &&
        Object.keys(change.updated).length === 0 &&
        Object.keys(change.removed).length === 0)
    );
  });
}

/** The diff that leads from `before` to `after`. */
export function diffBetween(before: Records, after: Records): RecordsDiff {
  const diff: Record<string, TableDiff<unknown>> = {};
  for (const table of TABLE_NAMES) {
    const from: Readonly<Record<string, unknown>> = before[table];
    const to: Readonly<Record<string, unknown>> = after[table];
    if (from === to) continue;
    const added: Record<string, unknown> = {};
    const updated: Record<string, [unknown, unknown]> = {};
    const removed: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(to)) {
      if (!Object.hasOwn(from, key)) added[key] = value;
      else if (!sameValue(from[key], value)) updated[key] = [from[key], value];
    }
    for (const [key, value] of Object.entries(from)) if (!Object.hasOwn(to, key)) removed[key] = value;
    const change = { added, updated, removed };
    if (Object.keys({ ...added, ...updated, ...removed }).length > 0) diff[table] = change;
  }
  return diff as RecordsDiff;
}

export function applyDiff(records: Records, diff: RecordsDiff): Records {
  const next: Record<string, Readonly<Record<string, unknown>>> = { ...records };
  for (const table of TABLE_NAMES) {
    const change = diff[table];
    if (!change) continue;
    const rows = Object.assign(copied<unknown>(records[table]), change.added);
    for (const [key, [, to]] of Object.entries(change.updated)) rows[key] = to;
    for (const key of Object.keys(change.removed)) delete rows[key];
    const changed = [change.added, change.updated, change.removed].flatMap((part) => Object.keys(part));
    next[table] = madeFrom(rows, records[table], changed);
  }
  return next as unknown as Records;
}

/** The diff that undoes `diff`. */
export function reverseDiff(diff: RecordsDiff): RecordsDiff {
  const reversed: Record<string, TableDiff<unknown>> = {};
  for (const table of TABLE_NAMES) {
    const change: TableDiff<unknown> | undefined = diff[table];
    if (!change) continue;
    reversed[table] = {
      added: change.removed,
      removed: change.added,
      updated: Object.fromEntries(
        Object.entries(change.updated).map(([key, [from, to]]) => [key, [to, from] as const]),
      ),
    };
  }
  return reversed as RecordsDiff;
}

/** Ids of the shots that a change is about: their own fields but their position, or what belongs to them. */
export function shotsOfDiff(diff: RecordsDiff): string[] {
  const ids = new Set<string>();
  for (const [id, [from, to]] of Object.entries(diff.shot?.updated ?? {}))
    if (!sameValue(from, { ...to, position: from.position })) ids.add(id);
  for (const table of TABLE_NAMES) {
    const change: TableDiff<Row> | undefined = diff[table];
    const rows = Object.values({ ...change?.added, ...change?.removed });
    for (const [, to] of Object.values(change?.updated ?? {})) rows.push(to);
    for (const { shotId } of rows) if (typeof shotId === 'string') ids.add(shotId);
  }
  return [...ids];
}

/** The diff that builds `records` from nothing. */
export const diffFromEmpty = (records: Records): RecordsDiff => diffBetween(EMPTY_RECORDS, records);
