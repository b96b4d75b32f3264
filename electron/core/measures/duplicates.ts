import type { FrameMeasures } from '@shared/analysis.js';
import { LAYOUT_SIDE } from './layout.js';
import { hashDistance } from './perceptual-hash.js';

export interface DuplicateFrame {
  readonly shotId: string;
  readonly takeId: string;
  readonly measures: Pick<FrameMeasures, 'hash' | 'style'>;
}

/** How alike two pictures are that show the same. */
export interface Likeness {
  /** Bits of the perceptual hash that differ, 0–64. */
  readonly bits: number;
  /** Correlation of the two as 24×24 copies, −1 to 1. */
  readonly likeness: number;
}

export interface Duplicate extends Likeness {
  /** Earlier and later frame, in the order given. */
  readonly first: DuplicateFrame;
  readonly second: DuplicateFrame;
}

/** Cells along each side that two pictures are compared at, after they were aligned at the finer layout. */
const SIDE = LAYOUT_SIDE / 2;
const CELLS = SIDE * SIDE;
/** Slight crops that are undone before two copies are compared. */
const ZOOMS = [1.02, 1.04, 1.06] as const;
/** Hashes further apart than this are not looked at again. */
export const MAX_BITS = 12;
const MIN_CORRELATION = 0.975;
/** Largest difference of a cell that counts as the same, in standard deviations of the copy. */
const SAME_CELL = 0.35;
/** Cells that may differ by more: a thin shift of a strong edge, not a different subject. */
const MAX_CHANGED = 0.027;

/** Pairs of frames of different shots that show the same picture, each later frame with its first likeness. */
export function nearDuplicates(frames: readonly DuplicateFrame[]): Duplicate[] {
  const found: Duplicate[] = [];
  frames.forEach((second, i) => {
    for (const first of frames.slice(0, i)) {
      if (first.shotId === second.shotId) continue;
      const bits = hashDistance(first.measures.hash, second.measures.hash);
      if (bits > MAX_BITS) continue;
      const likeness = likenessOf(first.measures.style.layout ?? [], second.measures.style.layout ?? []);
      if (likeness === null) continue;
      found.push({ first, second, bits, likeness });
      return;
    }
  });
  return found;
}

/** Correlation of the layouts of two pictures that show the same; null when they do not. */
export function likenessOf(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const { correlation, changed } = compareLayouts(first, second);
  return correlation < MIN_CORRELATION || changed > MAX_CHANGED ? null : correlation;
}

/**
 * Two layouts as 24×24 copies, after brightness and contrast are evened out and a slight crop is undone. Another subject in
 * the same place leaves the correlation high but changes a cluster of cells; a copy does not.
 */
export function compareLayouts(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): { correlation: number; changed: number } {
  if (a.length !== LAYOUT_SIDE ** 2 || b.length !== LAYOUT_SIDE ** 2) return { correlation: 0, changed: 1 };
  const first = evened(halved(a));
  const second = evened(halved(b));
  let best = compareEvened(first, second);
  for (const zoom of ZOOMS) {
    for (const pair of [
      compareEvened(evened(halved(zoomed(a, zoom))), second),
      compareEvened(first, evened(halved(zoomed(b, zoom)))),
    ]) {
      if (pair.correlation > best.correlation) best = pair;
    }
  }
  return best;
}

function compareEvened(
  first: readonly number[],
  second: readonly number[],
): { correlation: number; changed: number } {
  let correlation = 0;
  let changed = 0;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const i = y * SIDE + x;
      correlation += ((first[i] ?? 0) * (second[i] ?? 0)) / CELLS;
      const outside = Math.max(
        nearestDifference(first, second, x, y),
        nearestDifference(second, first, x, y),
      );
      if (outside > SAME_CELL) changed++;
    }
  }
  return { correlation, changed: changed / CELLS };
}

/** The middle part of a copy, `zoom` times enlarged. */
function zoomed(values: ArrayLike<number>, zoom: number): number[] {
  const middle = (LAYOUT_SIDE - 1) / 2;
  const from = (i: number) => middle + (i - middle) / zoom;
  const at = (x: number, y: number) =>
    values[Math.min(LAYOUT_SIDE - 1, y) * LAYOUT_SIDE + Math.min(LAYOUT_SIDE - 1, x)] ?? 0;
  return Array.from({ length: LAYOUT_SIDE ** 2 }, (_, i) => {
    const x = from(i % LAYOUT_SIDE);
    const y = from(Math.floor(i / LAYOUT_SIDE));
    const left = Math.floor(x);
    const top = Math.floor(y);
    const upper = at(left, top) + (at(left + 1, top) - at(left, top)) * (x - left);
    const lower = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * (x - left);
    return upper + (lower - upper) * (y - top);
  });
}

/** Each value the mean of four. */
function halved(values: ArrayLike<number>): number[] {
  return Array.from({ length: CELLS }, (_, i) => {
    const at = 2 * Math.floor(i / SIDE) * LAYOUT_SIDE + 2 * (i % SIDE);
    return (
      ((values[at] ?? 0) +
        (values[at + 1] ?? 0) +
        (values[at + LAYOUT_SIDE] ?? 0) +
        (values[at + LAYOUT_SIDE + 1] ?? 0)) /
      4
    );
  });
}

/** To mean 0 and standard deviation 1; a flat copy becomes all 0. */
function evened(values: readonly number[]): number[] {
  const mean = values.reduce((s, v) => s + v, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / values.length);
  return values.map((v) => (deviation < 1 ? 0 : (v - mean) / deviation));
}

/** How far a cell lies outside the range of the other copy's 3×3 cells there: 0 when a small shift explains it. */
function nearestDifference(from: readonly number[], to: readonly number[], x: number, y: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (x + dx < 0 || y + dy < 0 || x + dx >= SIDE || y + dy >= SIDE) continue;
      const v = to[(y + dy) * SIDE + x + dx] ?? 0;
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
  }
  const here = from[y * SIDE + x] ?? 0;
  return Math.max(0, low - here, here - high);
}
