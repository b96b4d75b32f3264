/** Whether a judge says the same of the same picture when it is asked again. */
import { logit, OF_DEVIATION } from '../log-odds.js';
import { median } from '../median.js';
import type { Skill } from './skill.js';
import type { Examined } from './told.js';

export interface Steadiness {
  /** That were answered both times. */
  readonly claims: number;
  /** How much of what its answers differ by is chance: one less their correlation, 0–1, with its 95 % interval. */
  readonly chance: number;
  readonly low: number;
  readonly high: number;
}

/** A test that decides on single cases needs a reliability of 0.9 (Nunnally and Bernstein, Psychometric Theory, 3rd ed.). */
const MAY_BE_CHANCE = 0.1;

/** At 95 % too much of what it says is chance. */
export const isUnsteady = ({ low }: Steadiness): boolean => low > MAY_BE_CHANCE;

interface Twice {
  readonly skill: Skill;
  /** Log-odds. */
  readonly first: number;
  readonly again: number;
}

const askedTwice = (examined: readonly Examined[]): Twice[] =>
  examined.flatMap(({ skill, p, again = null }) =>
    p === null || again === null ? [] : [{ skill, first: logit(p), again: logit(again) }],
  );

/** Fewer say nothing. */
const LEAST = 10;

/** Null where too little was asked twice. */
export function steadinessOf(examined: readonly Examined[]): Steadiness | null {
  const asked = askedTwice(examined);
  if (asked.length < LEAST) return null;
  const r = correlation(asked);
  // Fisher's transformation; a correlation of 1 would lie at infinity.
  const middle = Math.atanh(Math.max(1e-9 - 1, Math.min(1 - 1e-9, r)));
  const reach = 1.96 / Math.sqrt(asked.length - 3);
  const chance = (of: number): number => Math.min(1, Math.max(0, 1 - Math.tanh(of)));
  return {
    claims: asked.length,
    chance: chance(middle),
    low: chance(middle + reach),
    high: chance(middle - reach),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Spread below which all answers are the same, but for rounding. */
const NOTHING = 1e-18;

/** Of a judge that says the same to everything: 0, since nothing that it says tells anything. */
function correlation(asked: readonly Twice[]): number {
  const [first, again] = [mean(asked.map((one) => one.first)), mean(asked.map((one) => one.again))];
  const spread = (of: (one: Twice) => number): number => asked.reduce((sum, one) => sum + of(one), 0);
  const both = spread((one) => (one.first - first) * (one.again - again));
  const each = spread((one) => (one.first - first) ** 2) * spread((one) => (one.again - again) ** 2);
  return each < NOTHING ? 0 : both / Math.sqrt(each);
}

/** Claims' worth of belief that a skill's answers vary as all of the judge's do. */
const PRIOR_CLAIMS = 10;

/** Of one answer about what the judge says in the middle; two of them differ by twice that. Robust. */
const varianceOf = (asked: readonly Twice[]): number =>
  (median(asked.map(({ first, again }) => Math.abs(first - again))) / OF_DEVIATION) ** 2 / 2;

/** How much chance there is in a judge's log-odds of each skill: a variance; 0 where nothing was asked twice. */
export function chanceOf(examined: readonly Examined[]): (skill: Skill) => number {
  const all = askedTwice(examined);
  const overall = all.length === 0 ? 0 : varianceOf(all);
  return (skill) => {
    const own = all.filter((one) => one.skill === skill);
    const { length } = own;
    return length === 0
      ? overall
      : (length * varianceOf(own) + PRIOR_CLAIMS * overall) / (length + PRIOR_CLAIMS);
  };
}
