import { groupBy } from '@shared/group-by.js';
import type { TableDiff } from '@shared/records/index.js';

/** The rows of one table, grouped by a property that never changes, in the table's order; kept up to date. */
export class RowsBy<R extends { readonly id: string }> {
  readonly #keyOf: (row: R) => string;
  readonly #rows: Map<string, readonly R[]>;
  readonly #none: readonly R[] = [];

  constructor(table: Readonly<Record<string, R>>, keyOf: (row: R) => string) {
    this.#keyOf = keyOf;
    this.#rows = groupBy(Object.values(table), keyOf);
  }

  /** The same list as long as nothing of it changes. */
  of(key: string): readonly R[] {
    return this.#rows.get(key) ?? this.#none;
  }

  /** Returns the keys whose rows changed. */
  follow({ added, updated, removed }: TableDiff<R>): ReadonlySet<string> {
    const changes = groupBy(
      [
        ...Object.values(removed).map((row) => ({ row, after: null })),
        ...Object.values(updated).map(([, to]) => ({ row: to, after: to })),
        ...Object.values(added).map((row) => ({ row, after: row })),
      ],
      ({ row }) => this.#keyOf(row),
    );
    for (const [key, changed] of changes) {
      const next = new Map(this.of(key).map((row) => [row.id, row]));
      for (const { row, after } of changed) {
        if (after) next.set(row.id, after);
        else next.delete(row.id);
      }
      if (next.size > 0) this.#rows.set(key, [...next.values()]);
      else this.#rows.delete(key);
    }
    return new Set(changes.keys());
  }
}
