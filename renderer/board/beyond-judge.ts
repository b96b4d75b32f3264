import { isUnjudged } from './filter.js';
import type { ShotView } from './shot-view.js';
import { tallyOf } from './tally.js';

export interface BeyondJudge {
  readonly unjudged: number;
  readonly of: number;
}

/** Fewer pictures say nothing of a board. */
const FEWEST = 3;

const isLookedAt = ({ summary, shot }: ShotView): boolean =>
  summary?.state === 'done' && shot.description.trim() !== '';

/** A finding hides that sign: a blurred picture of another world is both. */
const isUnjudgedByJudge = (view: ShotView): boolean =>
  isUnjudged(view) || (view.summary !== null && view.summary.scores.description === null);

const tally = tallyOf({
  of: isLookedAt,
  unjudged: (view) => isLookedAt(view) && isUnjudgedByJudge(view),
});

/** Pictures of whose descriptions the judge said next to nothing, where that are most of those it looked at; else null. */
export function beyondJudge(views: readonly ShotView[]): BeyondJudge | null {
  const { of, unjudged } = tally(views);
  return of >= FEWEST && unjudged * 2 > of ? { unjudged, of } : null;
}
