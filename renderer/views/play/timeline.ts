/** Shots one after another in time: when each begins, and which is seen when. All in seconds. */
import { USUAL_SECONDS } from '@shared/frame-rate.js';
import type { Shot } from '@shared/records/index.js';

export interface Timeline {
  /** Where each shot begins, and after them where the last ends. */
  readonly starts: readonly number[];
  readonly total: number;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

type Timed = Pick<Shot, 'duration'>;

export const secondsOf = ({ duration }: Timed): number => duration ?? USUAL_SECONDS;

export function timelineOf(shots: readonly Timed[]): Timeline {
  const starts = [0];
  let total = 0;
  for (const shot of shots) {
    total += secondsOf(shot);
    starts.push(total);
  }
  return { starts, total };
}

/** The shot that is seen at a time: the first before all, the last after all; −1 where there is none. */
export function shotAt({ starts }: Timeline, seconds: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= seconds) low = middle;
    else high = middle - 1;
  }
  return high;
}

/** From the first to the last of some shots, wherever they stand; everything where they are none of these. */
export function rangeOf(
  { starts, total }: Timeline,
  shots: readonly { readonly shot: Pick<Shot, 'id'> }[],
  ids: readonly string[],
): Range {
  const wanted = new Set(ids);
  const at = shots.flatMap(({ shot }, i) => (wanted.has(shot.id) ? [i] : []));
  const first = at[0];
  const last = at.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: total };
  return { start: starts[first] ?? 0, end: starts[last + 1] ?? total };
}
