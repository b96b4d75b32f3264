import { isUnjudged } from './filter.js';
import type { ShotView } from './shot-view.js';

export interface BeyondJudge {
  readonly unjudged: number;
  readonly of: number;
}

/** Fewer pictures say nothing of a board. */
const FEWEST = 3;

/** Pictures of whose descriptions the judge said next to nothing, where that are most of those it looked at; else null. */
export function beyondJudge(views: readonly ShotView[]): BeyondJudge | null {
  const looked = views.filter(
    ({ summary, shot }) => summary?.state === 'done' && shot.description.trim() !== '',
  );
  const unjudged = looked.filter(isUnjudgedByJudge).length;
  return looked.length >= FEWEST && unjudged * 2 > looked.length ? { unjudged, of: looked.length } : null;
}

/** A finding hides that sign: a blurred picture of another world is both. */
const isUnjudgedByJudge = (view: ShotView): boolean =>
  isUnjudged(view) || (view.summary !== null && view.summary.scores.description === null);
