/** Pictures of which nothing is known yet. */
import { hasPicture } from './deciding.js';
import { inPlay } from './filter.js';
import type { ShotView } from './shot-view.js';
import { tallyOf } from './tally.js';

export interface NotAnalysed {
  /** Pictures that no analysis has looked at. */
  readonly waiting: number;
  /** All that it would look at. */
  readonly of: number;
}

const counts = (view: ShotView): boolean => inPlay(view) && hasPicture(view);

/** Among the picks of these shots; what is out of play or cannot be read counts for nothing. */
export const notAnalysed: (views: readonly ShotView[]) => NotAnalysed = tallyOf({
  of: counts,
  waiting: (view) => counts(view) && (view.summary === null || view.summary.state === 'waiting'),
});
