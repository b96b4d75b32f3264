/** A brand's style by its examples: how sure it is, and how well a frame keeps to it. */
import {
  type Difference,
  type Features,
  MEASURES_VERSION,
  type Steps,
  styleVector,
  traitsAgainst,
} from '@core/measures/index.js';
import { type BrandReport, canFlag, canScore, NO_REPORT } from '@shared/brand.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { brandHead, type Head, type Look } from './head.js';
import { surenessOf } from './sureness.js';

/** What is known of a picture. */
export interface Known {
  /** Null before it was measured. */
  readonly features: Features | null;
  /** Version of the way of measuring. */
  readonly measures: number;
  /** Version of the judge whose vision tower saw it; '' = none has. */
  readonly judge: string;
  /** Of that tower; read only where it counts. */
  readonly tower: ArrayLike<number>;
}

export interface KnownExample extends Known {
  readonly on: boolean;
}

export interface BrandScore {
  /** Probability that it is on style, 0–1. */
  readonly p: number;
  /** It is found to be off: never before there are enough examples. */
  readonly off: boolean;
  /** Of a frame that is off: what differs from the examples on style. */
  readonly difference: Difference | null;
}

export interface BrandScorer {
  readonly report: BrandReport;
  /** Null where it cannot be told: too few examples, or a picture that was not measured. */
  of(picture: Known, sensitivity: Sensitivity): BrandScore | null;
}

/** Probability below which a frame is off. */
const OFF_BELOW: Readonly<Record<Sensitivity, number>> = { shy: 0.3, balanced: 0.5, keen: 0.65 };
/** Of each side, the last ones, so that learning takes no longer than a moment. */
const MOST_OF_A_SIDE = 150;

export const NO_SCORER: BrandScorer = { report: NO_REPORT, of: () => null };

/** Null where it was not measured, or by another version. */
const styleIn = ({ features, measures }: Known): Look['style'] | null =>
  features && measures === MEASURES_VERSION ? styleVector(features) : null;

const hasTower = (picture: Known, judge: string): boolean =>
  judge !== '' && picture.judge === judge && picture.tower.length > 0;

/** `examples`: oldest first. `judge`: version of the one whose tower counts; '' = none does. */
export function* brandScorer(
  examples: readonly KnownExample[],
  judge: string,
  flags: boolean,
): Steps<BrandScorer> {
  const measured = examples.filter(({ features }) => features !== null);
  const usable = measured.flatMap((example) => {
    const style = styleIn(example);
    return style ? [{ on: example.on, known: example, style }] : [];
  });
  const counted = [true, false].flatMap((on) => usable.filter((one) => one.on === on).slice(-MOST_OF_A_SIDE));
  const isOn = counted.map(({ on }) => on);
  const on = isOn.filter(Boolean).length;
  const report: BrandReport = {
    on,
    off: counted.length - on,
    waiting: examples.length - measured.length,
    stale: measured.length - usable.length,
    tower: false,
    sureness: null,
  };
  if (!canScore(report)) return { report, of: () => null };
  yield;
  const towers = counted.map(({ known }) => (hasTower(known, judge) ? known.tower : []));
  const size = towers[0]?.length ?? 0;
  const tower = size > 0 && towers.every(({ length }) => length === size);
  const looks = counted.map(({ on, style }, at) => ({ on, style, tower: towers[at] ?? [] }));
  const alone = yield* brandHead(looks, false);
  const seeing = tower ? yield* brandHead(looks, true) : null;
  const sureness = surenessOf((seeing ?? alone).leftOut, isOn);
  const sure: BrandReport = { ...report, tower, sureness };
  const mayFlag = flags && canFlag(sure);
  const differs = traitsAgainst(
    counted.flatMap(({ on, known }) => (on && known.features ? [known.features] : [])),
  );
  const probability = (picture: Known, style: Look['style']): number => {
    const head: Head = seeing && hasTower(picture, judge) && picture.tower.length === size ? seeing : alone;
    return head.of({ style, tower: picture.tower });
  };
  return {
    report: sure,
    of(picture, sensitivity) {
      const style = styleIn(picture);
      if (!style || !picture.features) return null;
      const p = probability(picture, style);
      const off = mayFlag && p < OFF_BELOW[sensitivity];
      return { p, off, difference: off ? differs(picture.features) : null };
    },
  };
}
