import { shotsInOrder } from './queries.js';
import { keepStretches } from './stretch.js';
import { type Records, type Row, TABLE_NAMES, TABLES } from './tables.js';

/**
 * The records after importing `imported` over `before`: everything is as imported, but an import never takes away
 * what the artist decided. What outlives an import (see the list of tables) stays where all that it needs remains.
 */
export function mergeImport(before: Records, imported: Records): Records {
  const ids = (records: Records) => shotsInOrder(records).map(({ id }) => id);
  const current = { ...before, fact: keepStretches(before.fact, ids(before), ids(imported)) };
  const merged: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const name of TABLE_NAMES) {
    const { needs, outlivesImport } = TABLES[name];
    const stays = (row: Row) =>
      outlivesImport(row as never) &&
      Object.entries(needs).every(
        ([field, other]) => row[field] === null || Object.hasOwn(merged[other] ?? {}, String(row[field])),
      );
    const kept = Object.entries<Row>(current[name]).filter(([, row]) => stays(row));
    merged[name] = { ...imported[name], ...Object.fromEntries(kept) };
  }
  return merged as unknown as Records;
}
