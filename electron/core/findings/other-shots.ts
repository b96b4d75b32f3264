/** Evidence of other shots that show what this one should. */
import type { Evidence } from '@shared/analysis.js';
import type { LastSeen, Showing } from './board-answers.js';

type Item = Evidence['items'][number];

/** The last one before it, with how long ago that is, and those that show it best; two at most. */
export function otherShots<S extends Showing>(
  best: readonly S[],
  last: (S & LastSeen) | null,
  item: (one: S) => Item,
): Item[] {
  const others = best.filter(({ takeId }) => takeId !== last?.takeId).slice(0, last ? 1 : 2);
  return [...(last ? [{ ...item(last), ago: last.ago }] : []), ...others.map(item)];
}
