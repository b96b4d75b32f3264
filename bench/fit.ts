/**
 * Fits the judge's calibration on frames kept for it: Platt scaling of the logit for each kind of claim
 * (Platt 1999, by Newton's method), and thresholds that keep false alarms rare.
 */
import type { CalibrationFile, KindCalibration } from '@models/judge/index.js';
import { calibrated } from '@models/judge/index.js';
import { claimKind } from '@shared/records/index.js';
import type { AskedClaim } from './asked.js';

/** Of the claims called failed, this share must be false. */
const FAIL_PRECISION = 0.97;
/** Of the true claims at most this share may be called failed: a shot has about ten, and one false alarm flags it. */
const FALSE_ALARMS = 0.005;
/** Of the claims called passed, this share must be true. */
const PASS_PRECISION = 0.9;

export function fitCalibration(fittedOn: string, claims: readonly AskedClaim[]): CalibrationFile {
  const kinds: CalibrationFile['kinds'] = {};
  for (const kind of claimKind.options) {
    const own = claims.filter((claim) => claim.kind === kind);
    if (own.length > 0) kinds[kind] = fitKind(own);
  }
  return { fittedOn, wholeWeight: 0, otherwise: fitKind(claims), kinds };
}

interface Answered {
  /** 0–1. */
  readonly p: number;
  readonly truth: boolean;
}

export function fitKind(claims: readonly Answered[]): KindCalibration {
  const points = claims.map(({ p, truth }) => ({ logit: logitOf(p), truth }));
  const { slope, offset } = platt(points);
  const by = { slope, offset, pass: 0, fail: 0 };
  const thresholds = fitThresholds(points.map(({ logit, truth }) => ({ p: calibrated(logit, by), truth })));
  return { slope: round(slope), offset: round(offset), ...thresholds };
}

/** Of calibrated p. */
export function fitThresholds(claims: readonly Answered[]): { pass: number; fail: number } {
  const ranked = [...claims].sort((a, b) => a.p - b.p);
  const fail = failThreshold(ranked);
  return { fail: round(fail), pass: round(Math.max(fail, passThreshold(ranked))) };
}

export const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Doubles near 1 have lost the logit; past ±16 it makes no difference. */
const logitOf = (p: number): number => Math.log(Math.max(p, 1e-7) / Math.max(1 - p, 1e-7));

interface Point {
  readonly logit: number;
  readonly truth: boolean;
}

function platt(points: readonly Point[]): { slope: number; offset: number } {
  // Platt's smoothed targets, so that a kind that is told apart without error keeps a finite slope.
  const yes = points.filter(({ truth }) => truth).length;
  const high = (yes + 1) / (yes + 2);
  const low = 1 / (points.length - yes + 2);
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 50; step += 1) {
    // A little weight on slope 1, offset 0 keeps the step defined where every answer is alike.
    let [gs, go, ss, so, oo] = [0.1 * (slope - 1), 0.1 * offset, 0.1, 0, 0.1];
    for (const { logit, truth } of points) {
      const p = 1 / (1 + Math.exp(-(slope * logit + offset)));
      const error = p - (truth ? high : low);
      const weight = Math.max(1e-9, p * (1 - p));
      gs += error * logit;
      go += error;
      ss += weight * logit * logit;
      so += weight * logit;
      oo += weight;
    }
    const determinant = ss * oo - so * so;
    const [ds, d0] = [(oo * gs - so * go) / determinant, (ss * go - so * gs) / determinant];
    // Halved until it is small enough not to overshoot.
    const length = Math.min(1, 2 / Math.hypot(ds, d0));
    slope = Math.max(0.01, slope - ds * length);
    offset -= d0 * length;
    if (Math.hypot(ds, d0) < 1e-6) break;
  }
  return { slope, offset };
}

/** The highest threshold with few enough true claims below it; at most one half. */
function failThreshold(ranked: readonly Answered[]): number {
  const allTrue = ranked.filter(({ truth }) => truth).length;
  let trueBelow = 0;
  let best = 0.01;
  for (const [i, { p, truth }] of ranked.entries()) {
    if (truth) trueBelow += 1;
    const isFew = trueBelow <= FALSE_ALARMS * allTrue && 1 - trueBelow / (i + 1) >= FAIL_PRECISION;
    // Half-way to the next one, which is the first that does not count.
    if (isFew) best = (p + (ranked[i + 1]?.p ?? 1)) / 2;
  }
  return Math.min(0.5, best);
}

/** The lowest threshold with few enough false claims above it; at least one half. */
function passThreshold(ranked: readonly Answered[]): number {
  let falseAbove = 0;
  let best = 0.99;
  for (const [above, { p, truth }] of [...ranked].reverse().entries()) {
    if (!truth) falseAbove += 1;
    if (1 - falseAbove / (above + 1) >= PASS_PRECISION) best = p;
  }
  return Math.max(0.5, best);
}
