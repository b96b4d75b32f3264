import type { Records, SavedFilter } from '@shared/records/index.js';
import { readFilter } from '../board/index.js';
import type { Action } from './action.js';
import { isOpen } from './conditions.js';

const showing = ({ id, name, filter }: SavedFilter): Action => ({
  id: `saved-filter-${id}`,
  title: `Filter: ${name}`,
  group: 'View',
  words: 'saved show',
  keys: [],
  enabled: isOpen,
  run: (context) => context.session({ filter: readFilter(filter) }),
});

const known = new WeakMap<Records['savedFilter'], readonly Action[]>();

/** One action for each filter that has a name, by name. */
export function savedFilterActions(saved: Records['savedFilter']): readonly Action[] {
  const byName = (a: SavedFilter, b: SavedFilter) => a.name.localeCompare(b.name, 'en');
  const actions = known.get(saved) ?? Object.values(saved).sort(byName).map(showing);
  known.set(saved, actions);
  return actions;
}
