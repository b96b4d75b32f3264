import type { FrameMeasures, Measure } from '@shared/analysis.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { type Comparable, type ComparedWith, comparedWith } from './compared-with.js';
import { type Deliberate, deliberateIn } from './deliberate.js';
import { FLAGS_FROM } from './flags-from.js';
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

/** When a measure is a fault: only on one side, and only far from the board and past an absolute value. */
interface Fault {
  readonly side: 'high' | 'low';
  /** Robust z that is far from the board. */
  readonly z: number;
  /** Without passing this nothing is flagged, however much it stands out. */
  readonly least: number;
  /** Past this it is flagged on any board; infinite where no value is wrong in itself. */
  readonly always: number;
  /** A second measure that has to stand out by `z` the same way or, with a negative `z`, the other way. */
  readonly confirm?: { readonly name: string; readonly z: number };
  /** What a description may ask for instead. */
  readonly deliberate: keyof Deliberate;
}

/** One row per measure, in the order shown. Thresholds were fitted on drawn boards with planted faults. */
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
      confirm: { name: 'sharpness', z: -2.5 },
      deliberate: 'blur',
    },
  },
  { name: 'sharpness', unit: 'log10', floor: 0.12 },
  {
    name: 'noise',
    unit: 'levels',
    floor: 0.8,
    fault: { side: 'high', z: 3.5, least: 7, always: 16, deliberate: 'noise' },
  },
  {
    name: 'blockiness',
    unit: '',
    floor: 0.04,
    fault: { side: 'high', z: 5, least: 0.25, always: 0.8, deliberate: 'flat' },
  },
  { name: 'exposure', unit: 'of white', floor: 0.05 },
  {
    name: 'clippedLow',
    unit: 'of the picture',
    floor: 0.04,
    fault: { side: 'high', z: 5, least: 0.45, always: 0.9, deliberate: 'dark' },
  },
  {
    name: 'clippedHigh',
    unit: 'of the picture',
    floor: 0.04,
    fault: { side: 'high', z: 5, least: 0.45, always: 0.95, deliberate: 'bright' },
  },
  { name: 'contrast', unit: 'of white', floor: 0.03 },
  {
    name: 'colourRange',
    unit: 'levels',
    floor: 4,
    fault: { side: 'low', z: -3, least: 5, always: 2, deliberate: 'flat' },
  },
  { name: 'saturation', unit: '', floor: 0.05 },
  { name: 'range', unit: 'of white', floor: 0.06 },
  { name: 'border', unit: 'of the picture', floor: 0.02 },
];

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
    const centre = centreOf(sample.map((frame) => frame.measures.quality[rule.name] ?? 0));
    return { rule, median: centre.median, scale: Math.max(rule.floor, centre.scale) };
  });
  return {
    of({ measures, description }, sensitivity) {
      const zs = new Map(
        columns.map(({ rule, median, scale }) => [
          rule.name,
          board.length < MIN_BOARD ? null : ((measures.quality[rule.name] ?? 0) - median) / scale,
        ]),
      );
      const asked = deliberateIn(description);
      return RULES.map(({ name, unit, fault }): Measure => {
        const value = measures.quality[name] ?? 0;
        const flagged =
          fault !== undefined &&
          !asked[fault.deliberate] &&
          isFault(fault, value, name, { zs, part: FLAGS_FROM[sensitivity] });
        return { name, value, unit, z: zs.get(name) ?? null, flagged };
      });
    },
  };
}

interface Against {
  readonly zs: ReadonlyMap<string, number | null>;
  /** Of the limits that are relative to the board, and of the least that is flagged. */
  readonly part: number;
}

function isFault(fault: Fault, value: number, name: string, { zs, part }: Against): boolean {
  const beyond = (v: number, limit: number) => (fault.side === 'high' ? v >= limit : v <= limit);
  if (beyond(value, fault.always)) return true;
  const z = zs.get(name) ?? null;
  if (z === null || !beyond(z, fault.z * part) || !beyond(value, fault.least * part)) return false;
  if (!fault.confirm) return true;
  const second = zs.get(fault.confirm.name) ?? 0;
  const least = fault.confirm.z * part;
  return least > 0 ? second >= least : second <= least;
}

/** What a flagged fault leaves of the score; what is merely near its limit takes off less. */
const FLAGGED_SCORE = 0.4;

/** 0–1 from one frame's quality measures: 1 on a frame like its board, at most 0.4 with a fault. */
export function scoreOf(quality: readonly Measure[]): number {
  let score = 1;
  for (const { name, z, flagged } of quality) {
    const fault = RULES.find((rule) => rule.name === name)?.fault;
    if (!fault) continue;
    const nearness = z === null ? 0 : Math.min(1, Math.max(0, z / fault.z));
    score *= flagged ? FLAGGED_SCORE : 1 - 0.15 * nearness ** 2;
  }
  return score;
}
