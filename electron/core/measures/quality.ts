import type { FrameMeasures, Measure } from '@shared/analysis.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { type Comparable, type ComparedWith, comparedWith } from './compared-with.js';
import { type Deliberate, deliberateIn } from './deliberate.js';
import { FLAGS_FROM } from './flags-from.js';
import { MEASURES_VERSION } from './measures-version.js';
import { centreOf } from './robust.js';

export interface QualityFrame extends Comparable {
  /** Of the shot: faults it asks for ("a blurred background") are not flagged. */
  readonly description: string;
  readonly measures: Pick<FrameMeasures, 'quality'>;
}

export interface QualityYardstick {
  /** Every quality measure of a frame. */
  of(frame: QualityFrame, sensitivity: Sensitivity): Measure[];
}

/** Boards smaller than this give no spread to compare with. */
export const MIN_BOARD = 4;

interface Rule {
  readonly name: string;
  readonly unit: string;
  /** Smallest spread a board is given, so that near-identical frames do not flag each other. */
  readonly floor: number;
  readonly fault?: Fault;
}

type Range = readonly [from: number, to: number];
const below = (z: number): Range => [Number.NEGATIVE_INFINITY, z];
const above = (z: number): Range => [z, Number.POSITIVE_INFINITY];

/** When a measure is a fault: only on one side, and only far from the board and past an absolute value. */
interface Fault {
  readonly side: 'high' | 'low';
  /** Robust z that is far from the board. */
  readonly z: number;
  /** Without passing this nothing is flagged, however much it stands out. */
  readonly least: number;
  /** Past this it is flagged on any board; absent where no value is wrong in itself. */
  readonly always?: number;
  /**
   * A second measure that has to stand out by `z` the same way or, with a negative `z`, the other way. What one of the two
   * lacks the other makes up for, as long as each stands out by half of its limit.
   */
  readonly together?: { readonly name: string; readonly z: number };
  /** A value of 0 says that there was nothing to measure: then another measure alone has to stand out by `z`. */
  readonly without?: { readonly name: string; readonly z: number };
  /** From this value on it is a fault of style instead, and none of the picture. */
  readonly below?: number;
  /** Nor is it one where each measure of one of these stands out by a z within that range. */
  readonly unless?: readonly Readonly<Record<string, Range>>[];
  /** Measures whose fault causes this one too: where such a one stands out further, it alone is flagged. */
  readonly causes?: readonly string[];
  /** Other measures that from so much on leave too little of a picture to tell this fault by, or cause its signs. */
  readonly drownedBy?: Readonly<Record<string, number>>;
  /** What a description may ask for instead. */
  readonly deliberate: keyof Deliberate;
  /** Whoever is keener is told no more of it: its limits were not shown to hold there. */
  readonly keenest?: Sensitivity;
}

/** One row per measure, in the order shown. Thresholds were fitted on boards with planted faults, drawn ones and real ones. */
const RULES: readonly Rule[] = [
  {
    name: 'blur',
    unit: 'px',
    floor: 0.25,
    fault: {
      side: 'high',
      z: 4,
      least: 3,
      always: 6,
      together: { name: 'sharpness', z: -2.5 },
      // A picture that is blurred enough has no edge whose width could be measured.
      without: { name: 'sharpness', z: -5 },
      causes: ['upscaling'],
      deliberate: 'blur',
    },
  },
  { name: 'sharpness', unit: 'log10', floor: 0.12 },
  {
    name: 'noise',
    unit: 'levels',
    floor: 0.8,
    fault: { side: 'high', z: 3.5, least: 7, always: 16, causes: ['ringing'], deliberate: 'noise' },
  },
  {
    name: 'blockiness',
    unit: '',
    floor: 0.04,
    fault: { side: 'high', z: 5, least: 0.25, always: 0.8, causes: ['upscaling'], deliberate: 'flat' },
  },
  { name: 'exposure', unit: 'of white', floor: 0.05 },
  {
    name: 'clippedLow',
    unit: 'of the picture',
    floor: 0.04,
    fault: {
      side: 'high',
      z: 5,
      least: 0.45,
      always: 0.9,
      causes: ['loneLevels'],
      deliberate: 'dark',
      keenest: 'balanced',
    },
  },
  {
    name: 'clippedHigh',
    unit: 'of the picture',
    floor: 0.04,
    fault: {
      side: 'high',
      z: 5,
      least: 0.45,
      always: 0.95,
      causes: ['loneLevels'],
      drownedBy: { blankPaper: 0.3 },
      deliberate: 'bright',
      keenest: 'balanced',
    },
  },
  { name: 'blankPaper', unit: 'of the picture', floor: 0.04 },
  { name: 'contrast', unit: 'of white', floor: 0.03 },
  {
    name: 'colourRange',
    unit: 'levels',
    floor: 4,
    fault: { side: 'low', z: -3, least: 5, always: 2, deliberate: 'flat', keenest: 'balanced' },
  },
  { name: 'saturation', unit: '', floor: 0.05 },
  { name: 'range', unit: 'of white', floor: 0.06 },
  {
    name: 'border',
    unit: 'of the picture',
    floor: 0.01,
    fault: { side: 'high', z: 4, least: 0.04, deliberate: 'border', keenest: 'balanced' },
  },
  {
    name: 'banding',
    unit: '% of the picture',
    floor: 0.6,
    fault: {
      side: 'high',
      z: 4.5,
      least: 2.4,
      causes: ['blockiness'],
      deliberate: 'fewColours',
      keenest: 'balanced',
    },
  },
  {
    name: 'loneLevels',
    unit: 'of the values',
    floor: 0.02,
    fault: {
      side: 'high',
      z: 6,
      least: 0.15,
      below: 0.97,
      causes: ['blockiness'],
      deliberate: 'fewColours',
      keenest: 'balanced',
    },
  },
  {
    name: 'ringing',
    unit: '% of an edge',
    floor: 1.2,
    fault: {
      side: 'high',
      z: 2,
      least: 8,
      together: { name: 'sharpness', z: 1.2 },
      unless: [
        // Outlines of a drawing: sharpening takes neither tones nor colours away.
        { range: below(-1.5) },
        { saturation: below(-5) },
        { range: below(-0.75), saturation: below(-1) },
        // Outlines that were drawn so: sharpening makes edges narrower, or there is plainly more detail.
        { blur: above(-0.05), sharpness: below(0.9) },
      ],
      causes: ['noise', 'blockiness'],
      deliberate: 'halo',
      keenest: 'balanced',
    },
  },
  {
    name: 'upscaling',
    unit: '',
    floor: 1.5,
    fault: {
      side: 'high',
      z: 3,
      least: 9,
      // Of a board that was enlarged as a whole the edges tell which frame was enlarged once more.
      together: { name: 'blur', z: 2 },
      causes: ['blockiness'],
      // No enlargement makes edges as wide as that.
      drownedBy: { blur: 6 },
      deliberate: 'pixels',
      keenest: 'balanced',
    },
  },
  {
    name: 'seamStrength',
    unit: '',
    floor: 0.2,
    fault: {
      side: 'high',
      z: 4.5,
      least: 1,
      causes: ['border', 'noise', 'blockiness', 'ringing'],
      drownedBy: { clippedLow: 0.45, clippedHigh: 0.45 },
      deliberate: 'panels',
      keenest: 'balanced',
    },
  },
];

/** Whether a picture was measured in all that is measured today, and in the way of today. */
export const isWhole = ({
  quality,
  composition,
  version,
}: Pick<FrameMeasures, 'quality' | 'composition' | 'version'>): boolean =>
  version === MEASURES_VERSION && composition !== undefined && RULES.every(({ name }) => name in quality);

/** Every quality measure of every frame against this storyboard, by take. */
export function qualityOf(
  board: readonly QualityFrame[],
  sensitivity: Sensitivity = 'balanced',
): Record<string, Measure[]> {
  const yardstick = qualityYardstick(board);
  return Object.fromEntries(board.map((frame) => [frame.takeId, yardstick.of(frame, sensitivity)]));
}

/** What the frames of a board are compared with; see `comparedWith`. */
export function qualityYardstick(
  board: readonly QualityFrame[],
  { sample }: Pick<ComparedWith<QualityFrame>, 'sample'> = comparedWith(board),
): QualityYardstick {
  const columns = RULES.map((rule) => {
    // Pictures that were measured before there was this measure are not compared in it.
    const values = sample.flatMap((frame) => frame.measures.quality[rule.name] ?? []);
    const centre = centreOf(values);
    return {
      rule,
      isKnown: values.length >= MIN_BOARD,
      median: centre.median,
      scale: Math.max(rule.floor, centre.scale),
    };
  });
  return {
    of({ measures, description }, sensitivity) {
      const zs = new Map(
        columns.map(({ rule, isKnown, median, scale }) => {
          const value = measures.quality[rule.name];
          return [rule.name, isKnown && value !== undefined ? (value - median) / scale : null];
        }),
      );
      const asked = deliberateIn(description);
      const strengths = new Map(
        columns.map(({ rule: { name, fault } }) => [
          name,
          fault ? strengthOf(fault, measures.quality, name, zs) : 0,
        ]),
      );
      return RULES.map(({ name, unit, fault }): Measure => {
        const strength = strengths.get(name) ?? 0;
        const isCaused = fault?.causes?.some((cause) => (strengths.get(cause) ?? 0) > strength) ?? false;
        const isAsked = fault !== undefined && asked[fault.deliberate];
        const limit = Math.max(FLAGS_FROM[sensitivity], FLAGS_FROM[fault?.keenest ?? 'keen']);
        const value = measures.quality[name] ?? 0;
        const isOther =
          value >= (fault?.below ?? Number.POSITIVE_INFINITY) ||
          (fault?.unless?.some((ranges) => isWithin(ranges, zs)) ?? false);
        const isDrowned = Object.entries(fault?.drownedBy ?? {}).some(
          ([other, from]) => (measures.quality[other] ?? 0) >= from,
        );
        const flagged = strength >= limit && !isCaused && !isDrowned && !isAsked && !isOther;
        return { name, value, unit, z: zs.get(name) ?? null, flagged };
      });
    },
  };
}

/**
 * How far a measure is towards being flagged: 1 at the limits as they stand in the table. Does not depend on how
 * readily is flagged, so that whoever is keener is told all that the shyer is.
 */
function strengthOf(
  { side, z: farFrom, least, always, together, without }: Fault,
  quality: Readonly<Record<string, number>>,
  name: string,
  zs: ReadonlyMap<string, number | null>,
): number {
  const value = quality[name];
  const zOf = (other: string) => zs.get(other) ?? 0;
  if (value === undefined) return 0;
  if (always !== undefined && (side === 'high' ? value >= always : value <= always))
    return Number.POSITIVE_INFINITY;
  const z = zs.get(name) ?? null;
  if (z === null) return 0;
  if (value === 0 && without) return zOf(without.name) / without.z;
  const own = z / farFrom;
  const parts = [
    together ? jointly(own, zOf(together.name) / together.z) : own,
    side === 'high' ? value / least : least / value,
  ];
  return Math.min(...parts);
}

const isWithin = (ranges: Readonly<Record<string, Range>>, zs: ReadonlyMap<string, number | null>): boolean =>
  Object.entries(ranges).every(([name, [from, to]]) => {
    const z = zs.get(name) ?? 0;
    return z > from && z < to;
  });

/** Of two that bear each other out: 1 where both are at their limits, or one is as far beyond as the other is short. */
const jointly = (one: number, other: number): number =>
  Math.min(2 * one, 2 * other, Math.sqrt(Math.max(0, one) * Math.max(0, other)));

/** What a flagged fault leaves of the score; what is merely near its limits takes off less. */
const FLAGGED_SCORE = 0.4;

/** 0–1 from one frame's quality measures: 1 on a frame without any near its limits, at most 0.4 with a fault. */
export function scoreOf(quality: readonly Measure[]): number {
  const values = Object.fromEntries(quality.map(({ name, value }) => [name, value]));
  const zs = new Map(quality.map(({ name, z }) => [name, z]));
  let score = 1;
  for (const { name, z, flagged } of quality) {
    const fault = RULES.find((rule) => rule.name === name)?.fault;
    if (!fault) continue;
    // What stands out on a board that is otherwise alike may still be far from a fault.
    const nearness = z === null ? 0 : Math.min(1, Math.max(0, strengthOf(fault, values, name, zs)));
    score *= flagged ? FLAGGED_SCORE : 1 - 0.15 * nearness ** 2;
  }
  return score;
}
