/** Pictures of which nothing is known yet. */
import { hasPicture } from './deciding.js';
import { inPlay } from './filter.js';
import type { ShotView } from './shot-view.js';

export interface NotAnalysed {
  /** Pictures that no analysis has looked at. */
  readonly waiting: number;
  /** All that it would look at. */
  readonly of: number;
}

/** Among the picks of these shots; what is out of play or cannot be read counts for nothing. */
export function notAnalysed(views: readonly ShotView[]): NotAnalysed {
  const looked = views.filter((view) => inPlay(view) && hasPicture(view));
  const waiting = looked.filter(({ summary }) => summary === null || summary.state === 'waiting').length;
  return { waiting, of: looked.length };
}
