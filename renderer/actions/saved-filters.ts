import type { Records } from '@shared/records/index.js';
import { type NamedFilter, savedFilters } from '../board/index.js';
import type { Action } from './action.js';
import { isOpen } from './conditions.js';

const showing = ({ id, name, filter }: NamedFilter): Action => ({
  id: `saved-filter-${id}`,
  title: `Filter: ${name}`,
  group: 'View',
  words: 'saved show',
  keys: [],
  enabled: isOpen,
  run: (context) => context.session({ filter }),
});

const known = new WeakMap<Records['savedFilter'], readonly Action[]>();

/** One action for each filter that has a name, by name. */
export function savedFilterActions(saved: Records['savedFilter']): readonly Action[] {
  const actions = known.get(saved) ?? savedFilters(saved).map(showing);
  known.set(saved, actions);
  return actions;
}
