/** Where something lies over a picture, as its style says it. */
import type { Place } from './drawing/index.js';
import type { Region } from './records/index.js';

/** Of 0–1. */
export const percent = (share: number): string => `${share * 100}%`;

export const placed = ([x, y]: Readonly<Place>) => ({ left: percent(x), top: percent(y) });

/** Of words: they end where they are put when they would have little room behind it. */
export const wordsPlaced = ([x, y]: Readonly<Place>) => ({
  ...(x > 0.6 ? { right: percent(1 - x) } : { left: percent(x) }),
  top: percent(y),
});

export const boxStyle = ({ x, y, width, height }: Region) => ({
  ...placed([x, y]),
  width: percent(width),
  height: percent(height),
});
