/**
 * Fits how the members of an ensemble count, for each kind of claim: first each member's own calibration, then
 * a logistic regression on their logits with weights that are never negative, held to the best member alone by a
 * penalty. It replaces the best member only where it predicts frames it was not fitted on better than that
 * member does, by more than the standard error.
 */

import { type EnsembleFit, fitKey, type KindRule, logitOf, withBand } from '@models/ensemble/index.js';
import type { JudgeDescription, KindCalibration } from '@models/judge/index.js';
import { sigmoid } from '@shared/log-odds.js';
import { type ClaimKind, claimKind } from '@shared/records/index.js';
import { fitKind, fitThresholds, round } from './fit.js';
import { mean, sum } from './statistics.js';

export interface PutClaim {
  readonly kind: ClaimKind;
  readonly truth: boolean;
  /** Whose frame it is: frames are never split between fitting and checking. */
  readonly frame: number;
  /** Each member's P(yes), in the members' order; null where it declined. */
  readonly ps: readonly (number | null)[];
}

/** As strong as this many claims on which the best member is exactly right about its own certainty. */
const PENALTY = 10;
const FOLDS = 5;
const FEWEST_CLAIMS = 25;

export function fitEnsemble(
  members: readonly Pick<JudgeDescription, 'id' | 'version'>[],
  claims: readonly PutClaim[],
): EnsembleFit {
  const kinds: EnsembleFit['kinds'] = {};
  for (const kind of claimKind.options) {
    const own = claims.filter((claim) => claim.kind === kind);
    // Who never answers this kind has no part in it.
    const answering = members.flatMap((_, at) => (own.some(({ ps }) => ps[at] != null) ? [at] : []));
    const full = own.flatMap((claim): Full[] => {
      const ps = answering.flatMap((at) => claim.ps[at] ?? []);
      return ps.length === answering.length ? [{ ...claim, ps }] : [];
    });
    if (answering.length < 2 || full.length < FEWEST_CLAIMS) continue;
    const rule = fitRule(full);
    const named = answering.map((at, index): [string, KindRule['members'][string]] => [
      (members[at] as { id: string }).id,
      rule.members[index] as KindRule['members'][string],
    ]);
    kinds[kind] = { ...rule, members: Object.fromEntries(named) };
  }
  return {
    fittedOn: fitKey(members),
    members: Object.fromEntries(members.map(({ id, version }) => [id, version])),
    claims: claims.length,
    kinds,
  };
}

interface Full extends PutClaim {
  readonly ps: readonly number[];
}

type FittedRule = KindCalibration & { members: (KindCalibration & { weight: number })[] };

function fitRule(claims: readonly Full[]): FittedRule {
  const calibrations = calibrationsOf(claims);
  const { weights, offset } = chosenPool(claims, calibrations);
  const slope = sum(weights);
  const pooled = claims.map(({ ps, truth }) => ({
    p: sigmoid(offset + dot(weights, logitsOf(ps, calibrations))),
    truth,
  }));
  return {
    slope: round(slope),
    offset: round(offset),
    ...withBand(fitThresholds(pooled)),
    members: calibrations.map((calibration, at) => ({
      ...calibration,
      weight: round(slope > 0 ? (weights[at] as number) / slope : 1 / weights.length),
    })),
  };
}

interface Pool {
  /** Of the calibrated logits, none negative. */
  readonly weights: readonly number[];
  readonly offset: number;
}

/** The regression where it is surely better on frames it has not seen, else the best member by itself. */
function chosenPool(claims: readonly Full[], calibrations: readonly KindCalibration[]): Pool {
  const count = calibrations.length;
  const alone = (best: number): Pool => ({
    weights: Array.from({ length: count }, (_, at) => (at === best ? 1 : 0)),
    offset: 0,
  });
  const losses = heldOut(claims, (fold) => {
    const own = calibrationsOf(fold);
    const singles = Array.from({ length: count }, (_, at) => alone(at));
    const pools = [...singles, ...singles.map((_, best) => regression(fold, own, best))];
    return pools.map((pool) => (claim: Full) => lossOf(pool, claim, own));
  });
  const singles = losses.slice(0, count).map((byFrame) => mean(byFrame));
  const best = singles.indexOf(Math.min(...singles));
  const gains = (losses[best] as number[]).map((loss, at) => loss - (losses[count + best]?.[at] as number));
  const error = Math.sqrt(mean(gains.map((gain) => (gain - mean(gains)) ** 2)) / gains.length);
  return mean(gains) > error ? regression(claims, calibrations, best) : alone(best);
}

/** For each of the ways that `fitted` returns, the loss of every frame by what was fitted without its fold. */
function heldOut(
  claims: readonly Full[],
  fitted: (rest: readonly Full[]) => ((claim: Full) => number)[],
): number[][] {
  const frames = [...new Set(claims.map(({ frame }) => frame))];
  const losses: number[][] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inside = new Set(frames.filter((_, at) => at % FOLDS === fold));
    const ways = fitted(claims.filter(({ frame }) => !inside.has(frame)));
    for (const frame of inside) {
      const own = claims.filter((claim) => claim.frame === frame);
      for (const [way, loss] of ways.entries()) {
        losses[way] ??= [];
        losses[way].push(sum(own.map(loss)));
      }
    }
  }
  return losses;
}

const calibrationsOf = (claims: readonly Full[]): KindCalibration[] =>
  (claims[0]?.ps ?? []).map((_, at) =>
    fitKind(claims.map(({ ps, truth }) => ({ p: sigmoid(logitOf(ps[at] as number)), truth }))),
  );

const logitsOf = (ps: readonly number[], calibrations: readonly KindCalibration[]): number[] =>
  calibrations.map(({ slope, offset }, at) => slope * logitOf(ps[at] as number) + offset);

function lossOf({ weights, offset }: Pool, { ps, truth }: Full, by: readonly KindCalibration[]): number {
  const logit = offset + dot(weights, logitsOf(ps, by));
  return Math.log1p(Math.exp(truth ? -logit : logit));
}

/** Newton steps on one weight after another, none below zero (the loss is convex). */
function regression(claims: readonly Full[], calibrations: readonly KindCalibration[], best: number): Pool {
  const points = claims.map(({ ps, truth }) => ({ x: [...logitsOf(ps, calibrations), 1], truth }));
  const anchor = [...calibrations.map((_, at) => (at === best ? 1 : 0)), 0];
  const values = [...anchor];
  for (let round = 0; round < 100; round += 1) {
    let moved = 0;
    for (const [at, value] of values.entries()) {
      let gradient = PENALTY * (value - (anchor[at] as number));
      let curvature = PENALTY;
      for (const { x, truth } of points) {
        const p = sigmoid(dot(values, x));
        gradient += (p - (truth ? 1 : 0)) * (x[at] as number);
        curvature += p * (1 - p) * (x[at] as number) ** 2;
      }
      // Half a unit at most, where the curvature is too slight to be trusted further.
      const step = Math.max(-0.5, Math.min(0.5, gradient / curvature));
      const next = at < calibrations.length ? Math.max(0, value - step) : value - step;
      moved = Math.max(moved, Math.abs(next - value));
      values[at] = next;
    }
    if (moved < 1e-4) break;
  }
  return { weights: values.slice(0, -1), offset: values.at(-1) as number };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, value, at) => total + value * (b[at] as number), 0);
