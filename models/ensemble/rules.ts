/** How the members of an ensemble count, for each kind of claim: as fitted, or as far as each is known. */

import type { Thresholds } from '@shared/claim-graph.js';
import { type ClaimKind, claimKind } from '@shared/records/index.js';
import { z } from 'zod';
import type { JudgeDescription } from '../judge/index.js';
import { kindCalibration, UNCALIBRATED } from '../judge/index.js';

/** Its logit is `slope × logit(p) + offset`; at or above `pass` it is for the claim, at or below `fail` against it. */
const memberRule = kindCalibration.extend({
  slope: z.number().nonnegative(),
  /** Share in the pooled logit, 0–1. */
  weight: z.number().min(0).max(1),
});

/** Of the weighted mean of the members' logits, when all of them answered; then the ensemble's thresholds. */
const kindRule = kindCalibration.extend({
  slope: z.number().nonnegative(),
  /** By the member's id. */
  members: z.record(z.string(), memberRule),
});

export const ensembleFit = z.object({
  /** `fitKey` of the members' versions. */
  fittedOn: z.string(),
  /** Versions by id, to read. */
  members: z.record(z.string(), z.string()),
  /** How many claims of known truth it rests on. */
  claims: z.number().int().nonnegative(),
  kinds: z.partialRecord(claimKind, kindRule),
});

export type MemberRule = z.infer<typeof memberRule>;
export type KindRule = z.infer<typeof kindRule>;
export type EnsembleFit = z.infer<typeof ensembleFit>;
export type KindRules = Readonly<Record<ClaimKind, KindRule>>;

/** Half the width of the narrowest unsure band: a disagreement needs room that is unsure for “not X” as well. */
const HALF_BAND = 0.02;
/** Trust in a member of which nothing was measured, and the least trust in any. */
const UNMEASURED_TRUST = 0.5;
const LEAST_TRUST = 0.05;

/** Rules for every kind. A kind that was not fitted, or no fit at all: by what the members say of themselves. */
export function rulesOf(members: readonly JudgeDescription[], fit: EnsembleFit | null): KindRules {
  const rule = (kind: ClaimKind): KindRule => fit?.kinds[kind] ?? unfittedRule(members, kind);
  return Object.fromEntries(claimKind.options.map((kind) => [kind, rule(kind)])) as Record<
    ClaimKind,
    KindRule
  >;
}

function unfittedRule(members: readonly JudgeDescription[], kind: ClaimKind): KindRule {
  const trusts = members.map(({ thresholds }) => trustIn(thresholds[kind]));
  const all = trusts.reduce((sum, trust) => sum + trust, 0);
  const rules = members.map(({ id, thresholds }, at): [string, MemberRule] => {
    const { pass, fail } = thresholds[kind];
    return [id, { slope: 1, offset: 0, pass, fail, weight: (trusts[at] as number) / all }];
  });
  const mean = (of: keyof Thresholds) => rules.reduce((sum, [, rule]) => sum + rule.weight * rule[of], 0);
  const thresholds = { pass: mean('pass'), fail: mean('fail') };
  return {
    slope: 1,
    offset: 0,
    ...(members.length > 1 ? withBand(thresholds) : thresholds),
    members: Object.fromEntries(rules),
  };
}

/** A wide band between the thresholds says that the member is rarely to be trusted on this kind. */
function trustIn({ pass, fail }: Thresholds): number {
  const { otherwise } = UNCALIBRATED;
  if (pass === otherwise.pass && fail === otherwise.fail) return UNMEASURED_TRUST;
  return Math.max(LEAST_TRUST, 1 - (pass - fail));
}

/** The thresholds, moved apart where there is no room around one half. */
export const withBand = ({ pass, fail }: Thresholds): Thresholds => ({
  pass: Math.max(pass, 0.5 + HALF_BAND),
  fail: Math.min(fail, 0.5 - HALF_BAND),
});
