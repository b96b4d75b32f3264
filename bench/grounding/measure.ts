/** What an eye saw beside what is there. */
import type { Sighted } from '@inference/index.js';
import { isPerson } from '@models/storybook/world/index.js';
import { overlapOf } from '@shared/overlap.js';
import type { Drawn } from './frames.js';

/** Overlap from which on a box is taken to be of a subject. */
const FOUND = 0.3;

/** Of each noun that was asked for: 1 = the number is right, 0 = it is not. */
export const countsOf = ({ nouns, subjects }: Drawn, { detections }: Sighted): number[] =>
  nouns.map((noun) => {
    const there = subjects.filter((one) => one.noun === noun || (noun === 'person' && isPerson(one.noun)));
    return detections.filter(({ label }) => label === noun).length === there.length ? 1 : 0;
  });

/** Of each subject: how far the best box of its name overlaps it; 0 where there is none. */
export const regionsOf = ({ subjects }: Drawn, { detections }: Sighted): number[] =>
  subjects.map(({ noun, region }) =>
    Math.max(
      0,
      ...detections.filter(({ label }) => label === noun).map((one) => overlapOf(one.region, region)),
    ),
  );

export interface Alike {
  /** Likeness of pairs that are the same character in two shots, of all others, and of others of the same kind. */
  readonly same: number[];
  readonly all: number[];
  readonly ofKind: number[];
}

/** Of one board's shots. Boxes are those that the eye found. */
export function identityOf(shots: readonly { readonly drawn: Drawn; readonly seen: Sighted }[]): Alike {
  const things = shots.flatMap(({ drawn: { subjects }, seen: { detections, vectors } }, shot) =>
    subjects.flatMap(({ noun, character, region }) => {
      const found = detections
        .map((one, at) => ({ at, label: one.label, overlap: overlapOf(one.region, region) }))
        .filter(({ label, overlap }) => label === noun && overlap > FOUND)
        .sort((a, b) => b.overlap - a.overlap)[0];
      return found ? [{ shot, noun, character, vector: vectors[found.at] ?? [] }] : [];
    }),
  );
  const alike: Alike = { same: [], all: [], ofKind: [] };
  for (const [i, one] of things.entries()) {
    for (const other of things.slice(i + 1)) {
      const likeness = likenessOf(one.vector, other.vector);
      if (one.character === other.character) {
        if (one.shot !== other.shot) alike.same.push(likeness);
      } else {
        alike.all.push(likeness);
        if (one.noun === other.noun) alike.ofKind.push(likeness);
      }
    }
  }
  return alike;
}

/** Of two crops by their vectors, which are of length 1: −1 to 1. */
export const likenessOf = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
