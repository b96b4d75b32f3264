/** How well a judge tells what is so from what is not, counted where the truth is known. */
import { fails } from '../contrasted.js';
import { wilson } from '../wilson.js';
import type { Skill } from './skill.js';

/** P(yes) of one claim where it holds, and of one of the same skill where it does not; 0–1. */
export interface Pair extends Both {
  readonly skill: Skill;
  /** What was said when both were asked again; absent = they were not. */
  readonly again?: Both;
}

interface Both {
  readonly holds: number;
  readonly fails: number;
}

/** How often the claim that holds got the higher P. A coin tells half of the pairs. */
export interface Told {
  readonly pairs: number;
  /** 0–1, with the ends of its 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Values closer together than this are no answer: whoever says the same of both tells nothing. */
const SAME = 1e-3;

const rightOf = ({ holds, fails }: Both): number =>
  Math.abs(holds - fails) < SAME ? 0.5 : holds > fails ? 1 : 0;

/** Two-alternative forced choice: no threshold is in it. Ties count half, and so does what is told one time of two. */
export function toldOf(pairs: readonly Omit<Pair, 'skill'>[]): Told {
  const right = pairs.reduce(
    (sum, pair) => sum + (pair.again ? (rightOf(pair) + rightOf(pair.again)) / 2 : rightOf(pair)),
    0,
  );
  const [low, high] = wilson(right, pairs.length);
  return { pairs: pairs.length, share: pairs.length === 0 ? 0.5 : right / pairs.length, low, high };
}

/** One claim of known truth, and what the judge answered. */
export interface Examined {
  readonly skill: Skill;
  /** The picture it was asked of. */
  readonly frame: number;
  readonly truth: boolean;
  /** Null where the judge declined. */
  readonly p: number | null;
  /** The same, asked of the same picture again; absent = it was not. */
  readonly again?: number | null;
}

interface Answered {
  readonly p: number;
  readonly again: number | null;
}

/** Each claim that holds beside each of its skill that does not, of the same picture. */
export function pairsOf(examined: readonly Examined[]): Pair[] {
  const groups = new Map<string, { yes: Answered[]; no: Answered[]; skill: Skill }>();
  for (const { skill, frame, truth, p, again = null } of examined) {
    if (p === null) continue;
    const key = `${frame} ${skill}`;
    const group = groups.get(key) ?? { yes: [], no: [], skill };
    groups.set(key, group);
    (truth ? group.yes : group.no).push({ p, again });
  }
  // As many as there are of the rarer kind, so that no claim speaks for many pairs.
  return [...groups.values()].flatMap(({ yes, no, skill }) =>
    yes.slice(0, no.length).map((holds, at): Pair => {
      const fails = no[at] as Answered;
      const isAskedAgain = holds.again !== null && fails.again !== null;
      return {
        skill,
        holds: holds.p,
        fails: fails.p,
        ...(isAskedAgain && { again: { holds: holds.again, fails: fails.again } }),
      };
    }),
  );
}

export interface Answers {
  /** Of the claims that were answered pass or fail: share that was wrong, with its 95 % interval. 0–1. */
  readonly claims: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** How far its probabilities are from how often it is right: expected calibration error over ten bins, 0–1. */
  readonly calibration: number;
}

const BINS = 10;

export function answersOf(
  examined: readonly Pick<Examined, 'truth' | 'p'>[],
  { pass, fail }: { readonly pass: number; readonly fail: number },
): Answers {
  const answered = examined.flatMap(({ truth, p }) => (p === null ? [] : [{ truth, p }]));
  const decided = answered.filter(({ p }) => p >= pass || fails(p, fail));
  const wrong = decided.filter(({ truth, p }) => truth !== p >= pass).length;
  const [low, high] = wilson(wrong, decided.length);
  const bins = Array.from({ length: BINS }, () => ({ sum: 0, true: 0 }));
  for (const { truth, p } of answered) {
    const bin = bins[Math.min(BINS - 1, Math.floor(p * BINS))] as (typeof bins)[number];
    bin.sum += p;
    bin.true += truth ? 1 : 0;
  }
  const off = bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.true), 0);
  return {
    claims: decided.length,
    rate: decided.length === 0 ? 0 : wrong / decided.length,
    low,
    high,
    calibration: answered.length === 0 ? 0 : off / answered.length,
  };
}
