/** The size of a shot from the box of its subject, in the terms of the field. */
import { SHOT_SIZES, type ShotSize } from '@shared/composition/index.js';
import type { Region } from '@shared/records/index.js';
import { type Figures, NATURAL } from './figures.js';
import { reaches } from './frame-edges.js';

/** What a box says of how close the frame is: which scale it is on, and how far up there. */
export interface Closeness {
  /** `figure`: heights of the whole of somebody, in heights of the frame. `thing`: the larger share that it fills, 0–1. */
  readonly scale: 'figure' | 'thing';
  readonly value: number;
}

/**
 * From where on each size but the first begins, in heights of the frame that the whole of somebody would fill: at 1 a
 * figure of natural build just fits, at 1.6 it is cut at the thighs, at 3.8 under the shoulders.
 */
const FIGURE_CUTS = [0.25, 0.7, 1.05, 1.6, 2.4, 3.8, 7] as const;
/** The same of a thing or an animal, of which only three sizes are told apart. */
const THING_CUTS = [0.12, 0.345, 0.345, 0.345, 0.52, 0.52, 1.2] as const;
/** Between these a thing may be in a medium shot or in a close-up. */
const OPEN = [0.42, 0.6] as const;
/** By less than this factor over a border nothing is said of whether it is the size that was asked for. */
const SLACK = 1.15;

/** `shape`: width of the frame by its height. */
export function closenessOfFigure(box: Region, shape: number, { tall }: Figures): Closeness | null {
  if (!reaches(box, 'bottom')) return { scale: 'figure', value: box.height };
  // Of somebody who reaches both sides the width says nothing.
  if (reaches(box, 'left') && reaches(box, 'right'))
    return reaches(box, 'top') ? { scale: 'figure', value: Number.POSITIVE_INFINITY } : null;
  return { scale: 'figure', value: Math.max(box.height, box.width * shape * tall) };
}

export const closenessOfThing = (box: Region): Closeness => ({
  scale: 'thing',
  value: Math.max(box.width, box.height),
});

/** Null for a thing between a medium shot and a close-up. */
export function sizeOf(closeness: Closeness, figures: Figures): ShotSize | null {
  if (isOpen(closeness)) return null;
  const { scale, value } = closeness;
  const cuts = cutsOf(scale, figures);
  const over = cuts.filter((cut) => value >= cut).length;
  return SHOT_SIZES[over] ?? null;
}

const isOpen = ({ scale, value }: Closeness): boolean =>
  scale === 'thing' && value > OPEN[0] && value < OPEN[1];

/** False where it is plainly another size than those from `widest` to `closest`; null where it may be either. */
export function isWithin(
  closeness: Closeness,
  [widest, closest]: readonly [ShotSize, ShotSize],
  figures: Figures,
): boolean | null {
  const { scale, value } = closeness;
  const cuts = [0, ...cutsOf(scale, figures), Number.POSITIVE_INFINITY];
  const from = cuts[SHOT_SIZES.indexOf(widest)] ?? 0;
  const to = cuts[SHOT_SIZES.indexOf(closest) + 1] ?? Number.POSITIVE_INFINITY;
  if (value < from / SLACK || value > to * SLACK) return false;
  return isOpen(closeness) || value < from || value > to ? null : true;
}

/** Whoever has a larger head is as close at less of his height. */
const cutsOf = (scale: Closeness['scale'], { heads }: Figures): readonly number[] =>
  scale === 'thing' ? THING_CUTS : FIGURE_CUTS.map((cut) => (cut * heads) / NATURAL.heads);
