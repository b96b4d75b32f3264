/** At which P a claim fails on this board: the judge's own threshold, moved by what the board shows, with shrinkage. */
import { fails } from '../contrasted.js';
import { logit, OF_DEVIATION, sigmoid } from '../log-odds.js';
import { median, medianOfSorted } from '../median.js';

/** Standard normal quantile of one true claim in a thousand: a shot has some fifteen claims, and one false alarm flags it. */
const Z = 3.09;
/** Claims' worth of belief in the judge's own threshold. */
const PRIOR_CLAIMS = 10;
/**
 * Variance, times n, of the logarithm of the variance of n values by the median distance of one half of them: of a
 * standard deviation's it is 1 / (2 · 0.37 · n / 2), since that median tells 0.37 of what there is to tell; squares, four.
 */
const OF_LOG_VARIANCE = 10.8;

/** A threshold that would keep more than this share of itself stays as it is. */
const NOTICED = 0.99;

/** How the log-odds of a board's own claims of one skill lie, most of which hold. */
interface Scatter {
  readonly centre: number;
  /** Above the median there is no fault: a standard deviation by the median distance there, which is robust. */
  readonly deviation: number;
  /** The deviation that the judge's own threshold stands for; not above 0 where most claims fail. */
  readonly stated: number;
}

function scatterOf(fail: number, own: readonly number[]): Scatter {
  const logits = own.map(logit).sort((a, b) => a - b);
  const centre = medianOfSorted(logits);
  const above = logits.filter((value) => value >= centre).map((value) => value - centre);
  return { centre, deviation: medianOfSorted(above) / OF_DEVIATION, stated: (centre - logit(fail)) / Z };
}

/** A statement must be asked of so many pictures before it is the one that does not hold. */
const LEAST_OF_STATEMENT = 3;

/**
 * `statements`: P of each statement's claims on their own pictures. One that fails on most of several tells of itself,
 * not of the judge (a look that is said of somebody and drawn nowhere), and counts once, by its middle.
 */
export const ownOf = (fail: number, statements: readonly (readonly number[])[]): number[] =>
  statements.flatMap((ps) => {
    const failed = ps.filter((p) => fails(p, fail)).length;
    return ps.length >= LEAST_OF_STATEMENT && failed > ps.length / 2 ? [median(ps)] : ps;
  });

/** Claims of a skill below which it has no say in how a judge scatters altogether. */
const LEAST_OWN = 5;

/**
 * How many times the variance that its thresholds stand for a judge shows on a board: the middle of its skills, 1 at
 * least. A judge that errs by chance does so in all of them, and a board has few claims of each.
 */
export function unrest(
  skills: readonly { readonly fail: number; readonly own: readonly number[] }[],
): number {
  const ratios = skills
    .filter(({ own }) => own.length >= LEAST_OWN)
    .map(({ fail, own }) => scatterOf(fail, own))
    .filter(({ stated }) => stated > 0)
    .map(({ deviation, stated }) => (deviation / stated) ** 2);
  return ratios.length === 0 ? 1 : Math.max(1, median(ratios));
}

/** What is believed of a skill's scatter before its claims on this board are looked at. */
export interface Believed {
  /** How many times the variance its threshold stands for the judge shows on the whole; 1 at least. */
  readonly by?: number;
  /** Variance of its log-odds by chance alone. */
  readonly chance?: number;
}

/**
 * `own`: P of this board's claims on their own pictures, of one skill. How far they scatter says how far a true one may
 * fall below their middle. Of the 95 % interval of that variance the value counts that is nearest to what is believed,
 * shrunk to it by a scaled inverse chi-squared prior of PRIOR_CLAIMS (Gelman et al., Bayesian Data Analysis, 3rd ed.,
 * 2.6): a few claims that happen to lie apart move nothing. Never above `fail`; falls with what is believed.
 */
export function failByScatter(
  fail: number,
  own: readonly number[],
  { by = 1, chance = 0 }: Believed = {},
): number {
  if (own.length === 0) return fail;
  const { centre, deviation, stated } = scatterOf(fail, own);
  // Where most claims fail, the board says nothing of how the judge errs.
  if (stated <= 0) return fail;
  const believed = Math.max(by * stated ** 2, stated ** 2 + chance);
  const reach = Math.exp(1.96 * Math.sqrt(OF_LOG_VARIANCE / own.length));
  const shown = Math.min(deviation ** 2 * reach, Math.max(deviation ** 2 / reach, believed));
  const variance = (PRIOR_CLAIMS * believed + own.length * shown) / (PRIOR_CLAIMS + own.length);
  const moved = sigmoid(centre - Z * Math.sqrt(variance));
  return moved < NOTICED * fail ? moved : fail;
}

/** A claim that the judge failed and the artist decided on. */
export interface Case {
  readonly p: number;
  readonly overruled: boolean;
}

/** Fewer say nothing of the judge. */
export const LEAST_CASES = 5;
/** Of the claims that it fails the artist may overrule this share. */
const ALLOWED = 0.25;
/**
 * What is believed before any case: Beta(0.5, 4.5), a tenth overruled, with the weight of five cases. The share after n
 * cases is the mean of the posterior (beta-binomial; Gelman et al., Bayesian Data Analysis, 3rd ed., 2.4).
 */
const PRIOR = { overruled: 0.5, upheld: 4.5 } as const;

/** Share of its fails that the artist overrules, shrunk: 0–1. */
export const overruleRate = (cases: readonly Pick<Case, 'overruled'>[]): number =>
  (cases.filter(({ overruled }) => overruled).length + PRIOR.overruled) /
  (cases.length + PRIOR.overruled + PRIOR.upheld);

/** The highest threshold, `fail` at most, under which the artist is not expected to overrule too many; at 0 none fails. */
export function failByOverrules(fail: number, cases: readonly Case[]): number {
  const counted = cases.filter(({ p }) => fails(p, fail));
  if (counted.length < LEAST_CASES) return fail;
  const steps = [...new Set(counted.map(({ p }) => p))].sort((a, b) => b - a);
  let threshold = fail;
  for (const p of steps) {
    const under = counted.filter(({ p }) => fails(p, threshold));
    if (overruleRate(under) <= ALLOWED) break;
    // Just below the next one.
    threshold = Math.max(0, p - 1e-6);
  }
  return threshold;
}
