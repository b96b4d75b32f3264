/** What else is in a frame beside its subject. */
import { isPerson } from '@core/claims/index.js';
import type { Beside } from './between.js';
import { middleOf } from './frame-edges.js';
import { surely } from './subject.js';

/** Nothing else is to the left or right of the subject: only what it holds, or what is before, above or below it. */
export function isAlone({ composition: { subject }, detections }: Beside): boolean {
  if (subject?.seen !== 'detected') return false;
  const { x, width } = subject.region;
  return surely(detections).every(({ region }) => {
    const middle = middleOf(region).x;
    return middle >= x && middle <= x + width;
  });
}

/** Nobody's head is higher than the subject's. */
export function isHighest({ composition: { subject }, detections }: Beside): boolean {
  if (subject?.seen !== 'detected') return false;
  const { y } = subject.region;
  return surely(detections).every(({ label, region }) => !isPerson(label) || region.y >= y);
}
