import type { Records } from '@shared/records/index.js';
import type { ShotFilter } from './filter.js';
import { keptFilter } from './read-filter.js';

export interface NamedFilter {
  readonly id: string;
  readonly name: string;
  /** As this version reads it. */
  readonly filter: ShotFilter;
}

const known = new WeakMap<Records['savedFilter'], readonly NamedFilter[]>();

/** The filters that have a name, by name; the same list for the same table. */
export function savedFilters(table: Records['savedFilter']): readonly NamedFilter[] {
  const saved =
    known.get(table) ??
    Object.values(table)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'))
      .map(({ id, name, filter }) => ({ id, name, filter: keptFilter.parse(filter) }));
  known.set(table, saved);
  return saved;
}
