/** How like the others one crop is, by how like one another those are. */
import { median } from '@shared/median.js';
import type { Sensitivity } from '@shared/sensitivity.js';

/** Of length one. */
export type Vector = ArrayLike<number>;

export interface Likeness {
  /** Of the candidates the one that is most like the others. */
  readonly at: number;
  /** Median of its likeness to the others, −1 to 1. */
  readonly likeness: number;
  /** The same, as the others are to each other. */
  readonly usual: number;
  /** By how many spreads of the others it lies below them; below 0 = it is more like them than they are. */
  readonly z: number;
  /** Of each other, in their order: how like the rest of them it is, and whether it is one of them by that. */
  readonly others: readonly { readonly likeness: number; readonly isAlike: boolean }[];
}

/** Others that one is compared with: the nearest in the story, before and behind it. */
export const NEAREST = 12;

interface Figures {
  /** By which likeness to the others differs among crops of one character; counts as much as `WORTH` other shots. */
  readonly spread: number;
  /** By how much less like the others a crop must be, whatever the spread. */
  readonly least: number;
}

/** Of the drawn world's eye as `npm run bench:grounding` has them; of published ones a careful guess, which the board's own spread corrects. */
const DRAWN: Figures = { spread: 0.04, least: 0.35 };
const ANY: Figures = { spread: 0.08, least: 0.15 };
const WORTH = 4;
/** From a median absolute deviation to a standard deviation. */
const ROBUST = 1.4826;
/** Spreads from which on one is another. */
const FROM = 4;
/** Share of the limits that tells of another. */
const SHARE: Readonly<Record<Sensitivity, number>> = { shy: 1.3, balanced: 1, keen: 0.75 };

/**
 * `candidates`: crops that may show who is meant, at least one. `others`: crops that show who is meant in other shots;
 * null of fewer than two.
 */
export function likenessAmong(
  candidates: readonly Vector[],
  others: readonly Vector[],
  isDrawn: boolean,
): Likeness | null {
  if (candidates.length === 0 || others.length < 2) return null;
  const figures = isDrawn ? DRAWN : ANY;
  const own = candidates.map((one) => median(others.map((other) => dot(one, other))));
  const at = own.indexOf(Math.max(...own));
  const likeness = own[at] ?? 0;
  const theirs = likenessOfEach(others);
  const usual = median(theirs);
  const deviation = ROBUST * median(theirs.map((value) => Math.abs(value - usual)));
  const { length } = others;
  const spread = (length * deviation + WORTH * figures.spread) / (length + WORTH);
  const zOf = (value: number) => (usual - value) / spread;
  return {
    at,
    likeness,
    usual,
    z: zOf(likeness),
    others: theirs.map((value) => ({
      likeness: value,
      isAlike: !isBeyond(zOf(value), usual - value, figures, SHARE.balanced),
    })),
  };
}

/** It shows another, as the artist wants it told. */
export const isOff = (
  { z, likeness, usual }: Likeness,
  isDrawn: boolean,
  sensitivity: Sensitivity,
): boolean => isBeyond(z, usual - likeness, isDrawn ? DRAWN : ANY, SHARE[sensitivity]);

const isBeyond = (z: number, less: number, { least }: Figures, share: number): boolean =>
  z >= FROM * share && less >= least * share;

/** Median likeness of each to all others of them. */
function likenessOfEach(vectors: readonly Vector[]): number[] {
  const pairs = vectors.map(() => [] as number[]);
  for (const [i, one] of vectors.entries())
    for (let j = i + 1; j < vectors.length; j++) {
      const likeness = dot(one, vectors[j] as Vector);
      pairs[i]?.push(likeness);
      pairs[j]?.push(likeness);
    }
  return pairs.map(median);
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
