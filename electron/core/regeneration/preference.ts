/**
 * How much better one of two takes of a shot is than the other, put together claim by claim: what a judge says of two
 * pictures tells them apart more surely than one score of each.
 */
import { logitWithin } from '@shared/log-odds.js';

export interface ClaimStanding {
  /** That it holds, 0–1. */
  readonly p: number;
  readonly weight: number;
}

/** What two takes are compared in. */
export interface Compared {
  /** What its open findings weigh; 0 = nothing flagged. */
  readonly cost: number;
  /** Those that it was judged on, the canon's among them, by id; what hangs on a failed one is none of them. */
  readonly claims: ReadonlyMap<string, ClaimStanding>;
  /** How close it is to the board's style and to the brand's, and how clean a picture, 0–1 each; null = not known. */
  readonly style: number | null;
  readonly brand: number | null;
  readonly quality: number | null;
}

const logit = logitWithin(0.005);
/** Log-odds by which the same is said of two pictures of the same, and of one claim at most. */
const NOISE = 0.5;
const MOST = 4;
/** Log-odds that a grave finding weighs beside the claims. */
const OF_COST = 6;
/** Scores from which a picture is as good as any in that: frames of one hand differ above it. */
const GOOD = { style: 0.7, brand: 0.8, quality: 0.8 } as const;

/** Log-odds in favour of `a`; below 0 in favour of `b`, 0 where nothing tells them apart. The same with the order swapped, but for the sign. */
export function preference(a: Compared, b: Compared): number {
  let sum = OF_COST * (b.cost - a.cost);
  for (const [claimId, { p, weight }] of a.claims) {
    const other = b.claims.get(claimId);
    if (other) sum += weight * told(p, other.p);
  }
  for (const [name, good] of Object.entries(GOOD) as [keyof typeof GOOD, number][]) {
    const [own, other] = [a[name], b[name]];
    if (own !== null && other !== null) sum += told(Math.min(good, own), Math.min(good, other));
  }
  return sum;
}

/** What one of two probabilities says against the other; nothing where that is noise. */
function told(p: number, other: number): number {
  const apart = logit(p) - logit(other);
  return Math.abs(apart) < NOISE ? 0 : Math.max(-MOST, Math.min(MOST, apart));
}
