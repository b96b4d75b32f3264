/**
 * One answer from several: a logarithmic opinion pool (Genest and Zidek 1986), the weighted mean of the members'
 * calibrated logits. Where members take opposite sides with comparable force the answer is unsure.
 */
import { agreementOf, type MemberAnswer } from '@shared/agreement.js';
import { logitWithin, sigmoid } from '@shared/log-odds.js';
import type { KindRule, MemberRule } from './rules.js';

export interface Opinion {
  /** The member's id. */
  readonly id: string;
  /** Its P(yes), 0–1; null where it declined. */
  readonly p: number | null;
}

export interface Fused {
  /** 0–1; null when all declined. */
  readonly p: number | null;
  /** 0–1; null when fewer than two answered. */
  readonly agreement: number | null;
  /** What each said as it counted: after the calibration of the fit. */
  readonly members: readonly MemberAnswer[];
  /** Members took opposite sides with comparable force: `p` lies where a claim and its opposite are unsure. */
  readonly disagree: boolean;
}

/** The weaker side's share of the stronger one's force from which both count. */
const COMPARABLE = 0.5;
/** Log-odds (p = 0.95) beyond which a member takes its side with no more force: 0.999 against 0.04 is a quarrel. */
const CERTAIN = Math.log(19);
/** A member that says three to one against is against, however careful its own threshold for a failure is. */
const AGAINST = 0.25;
/** Odds beyond this add nothing to the pool: p is taken as at least this far from 0 and 1. */
const FLOOR = 1e-4;
/** Changes the version of every ensemble with the constants above. */
export const FUSION = [COMPARABLE, CERTAIN, AGAINST, FLOOR] as const;

/** Natural log-odds of p, ±9.2 at most. */
export const logitOf = logitWithin(FLOOR);

interface Counted extends MemberRule {
  readonly id: string;
  readonly p: number;
  readonly logit: number;
}

/**
 * Rises with every member's p, whatever the others say, and does not depend on their order; the answer of a
 * single member is its own. A member that `rule` does not know is left out.
 */
export function fuse(opinions: readonly Opinion[], rule: KindRule): Fused {
  const counted = opinions.flatMap(({ id, p }): Counted[] => {
    const own = rule.members[id];
    return own && p !== null ? [{ ...own, ...calibratedBy(own, p), id }] : [];
  });
  const members = opinions.map(({ id }) => ({ id, p: counted.find((one) => one.id === id)?.p ?? null }));
  const [first, second] = counted;
  if (!first) return { p: null, agreement: null, members, disagree: false };
  if (!second) return { p: first.p, agreement: null, members, disagree: false };

  const weighted = shared(counted);
  const mean = weighted.reduce((sum, { logit, weight }) => sum + weight * logit, 0);
  // The pool's own calibration was fitted where all had answered.
  const all = counted.length === Object.keys(rule.members).length;
  const pooled = sigmoid(all ? rule.slope * mean + rule.offset : mean);

  const force = (side: 1 | -1, takes: (member: Counted) => boolean) =>
    weighted
      .filter(takes)
      .reduce((sum, { logit, weight }) => sum + weight * Math.min(CERTAIN, Math.max(0, side * logit)), 0);
  const yes = force(1, ({ p, pass }) => p >= Math.min(pass, 1 - AGAINST));
  const no = force(-1, ({ p, fail }) => p <= Math.max(fail, AGAINST));
  const { low, high } = unsureEitherWay(rule);
  // Each bound holds by itself, and more of it the further that side's members go: so p still rises with each.
  const lifted = yes > 0 && yes >= COMPARABLE * no;
  const capped = no > 0 && no >= COMPARABLE * yes;
  const p = Math.min(capped ? high : 1, Math.max(lifted ? low : 0, pooled));
  const agreement = agreementOf(counted.map((member) => member.p));
  return { p, agreement, members, disagree: lifted && capped };
}

function calibratedBy({ slope, offset }: MemberRule, p: number): { p: number; logit: number } {
  const logit = slope * logitOf(p) + offset;
  // What no fit has changed is given back to the last digit.
  return { logit, p: slope === 1 && offset === 0 ? p : sigmoid(logit) };
}

/** Weights that add up to one over those who answered; equal where none of them has any. */
function shared(counted: readonly Counted[]): Counted[] {
  const all = counted.reduce((sum, { weight }) => sum + weight, 0);
  return counted.map((member) => ({
    ...member,
    weight: all > 0 ? member.weight / all : 1 / counted.length,
  }));
}

/** Where p and 1 − p are both between the thresholds: a negated claim has to be unsure as well. */
function unsureEitherWay({ pass, fail }: KindRule): { low: number; high: number } {
  const low = Math.max(fail, 1 - pass);
  const high = Math.min(pass, 1 - fail);
  // Off the edges, which belong to pass and fail.
  const edge = (high - low) / 4;
  return { low: low + edge, high: high - edge };
}
