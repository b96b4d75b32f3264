/**
 * Which table was made from which, and by changing what: what follows from a table is worked out anew only of the rows that
 * changed since. A table is never changed in place.
 */

interface Made {
  /** What it was made from; null where that is not known, or long ago. */
  from: Made | null;
  /** Of the rows that were changed. */
  readonly ids: readonly string[];
}

const known = new WeakMap<object, Made>();

/** Changes that are remembered of a table. */
const LONGEST = 64;

function madeOf(table: object): Made {
  const made = known.get(table) ?? { from: null, ids: [] };
  known.set(table, made);
  return made;
}

/** Notes that `after` is `before` but for the rows of these ids, and returns it. */
export function madeFrom<T extends object>(after: T, before: object, ids: readonly string[]): T {
  const made: Made = { from: madeOf(before), ids };
  known.set(after, made);
  let oldest = made;
  for (let length = 1; length < LONGEST && oldest.from; length++) oldest = oldest.from;
  oldest.from = null;
  return after;
}

/** Ids of the rows in which two tables may differ: all others are the same objects. Null where that is not known. */
export function mayDiffer(one: object, other: object): ReadonlySet<string> | null {
  if (one === other) return new Set();
  const line: Made[] = [];
  for (let made = known.get(one) ?? null; made; made = made.from) line.push(made);
  const changed: (readonly string[])[] = [];
  for (let made = known.get(other) ?? null; made; made = made.from) {
    const at = line.indexOf(made);
    if (at >= 0) return new Set([...changed, ...line.slice(0, at).map(({ ids }) => ids)].flat());
    changed.push(made.ids);
  }
  return null;
}
