/** Pictures of which nothing is known yet, and how that is said. */
import { hasPicture } from './deciding.js';
import { inPlay } from './filter.js';
import type { ShotView } from './shot-view.js';
import { tallyOf } from './tally.js';

export interface NotAnalysed {
  /** Pictures that no analysis has looked at. */
  readonly waiting: number;
  /** Of which it is not worked out yet what is known, as just after a large storyboard was opened. */
  readonly open: number;
  /** All that it would look at. */
  readonly of: number;
}

const counts = (view: ShotView): boolean => inPlay(view) && hasPicture(view);

/** Among the picks of these shots; what is out of play or cannot be read counts for nothing. */
export const notAnalysed: (views: readonly ShotView[]) => NotAnalysed = tallyOf({
  of: counts,
  waiting: (view) => counts(view) && view.summary?.state === 'waiting',
  open: (view) => counts(view) && view.summary === null,
});

/** Of a storyboard that another judge has judged, or the same one of another version. `judge`: who judges now. */
export const judgedBefore = (judge: string): string =>
  `Judged before, but by another judge or another version of ${judge}. Your decisions are kept.`;

/** '' where all are analysed. `isAll`: of the whole storyboard, not of some of its shots. */
export function notAnalysedWords({ waiting, open, of }: NotAnalysed, isAll: boolean): string {
  if (open > 0) return `What is known of ${open} of ${of} pictures is still being worked out.`;
  if (waiting === 0) return '';
  return isAll && waiting === of
    ? 'Nothing is analysed yet.'
    : `${waiting} of ${of} pictures are not analysed yet.`;
}
