import { groupBy } from '../group-by.js';

interface OfShot {
  readonly shotId: string;
}

const known = new WeakMap<object, ReadonlyMap<string, readonly OfShot[]>>();

/** The records of a table by their shot. A table is never changed in place, so each is gone through once. */
export function byShot<T extends OfShot>(
  table: Readonly<Record<string, T>>,
): ReadonlyMap<string, readonly T[]> {
  const made = known.get(table) ?? groupBy<OfShot, string>(Object.values(table), ({ shotId }) => shotId);
  known.set(table, made);
  return made as ReadonlyMap<string, readonly T[]>;
}
