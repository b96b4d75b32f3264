/** What a frame is about, among what was detected in it. */
import { isAnimal, isPerson } from '@core/claims/index.js';
import type { Detection } from '@shared/records/index.js';
import { isCalled } from './asked.js';
import { areaOf, inFrame } from './frame-edges.js';

/** Below, it may be anything. */
const SURE = 0.35;
/** Parts of the frame's area below which something may be a speck. */
const SPECK = 0.0004;

/** What is surely there, as far as it is in the frame. */
export const surely = (detections: readonly Detection[]): Detection[] =>
  detections
    .map((one) => ({ ...one, region: inFrame(one.region) }))
    .filter(({ confidence, region }) => confidence >= SURE && areaOf(region) >= SPECK);

/**
 * Whom the shot is asked to show; else the largest of the people, of the animals, of all else, in this order. Null where
 * nothing is there, or not what was asked for. `seen`: as `surely` gives it.
 */
export function subjectOf(seen: readonly Detection[], asked: string | null): Detection | null {
  if (asked !== null) {
    const named = seen.filter(({ label }) => isCalled(label, asked));
    const somebody =
      named.length === 0 && isPerson(asked) ? seen.filter(({ label }) => label === 'person') : [];
    return largest(named.length > 0 ? named : somebody);
  }
  const kinds = [
    seen.filter(({ label }) => isPerson(label)),
    seen.filter(({ label }) => isAnimal(label)),
    seen,
  ];
  return largest(kinds.find(({ length }) => length > 0) ?? []);
}

const largest = (seen: readonly Detection[]): Detection | null =>
  seen.reduce<Detection | null>(
    (most, one) => (most && areaOf(most.region) >= areaOf(one.region) ? most : one),
    null,
  );
