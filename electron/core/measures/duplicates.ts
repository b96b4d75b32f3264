/** Whether two pictures are copies of one another, by their layouts. */
import { LAYOUT_SIDE } from './layout.js';

/** How alike two pictures are that show the same. */
export interface Likeness {
  /** Bits of the perceptual hash that differ, 0–64. */
  readonly bits: number;
  /** Correlation of the two as 24×24 copies, −1 to 1. */
  readonly likeness: number;
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

/** A layout as it is compared: 24×24 copies, brightness and contrast evened out. */
export interface LayoutCopies {
  readonly whole: Float32Array;
  /** Of its middle, at each of the zooms. */
  readonly zoomed: readonly Float32Array[];
}

/** Null where a picture has no layout. */
export function copiesOf(layout: ArrayLike<number>): LayoutCopies | null {
  if (layout.length !== LAYOUT_SIDE ** 2) return null;
  return {
    whole: evened(halved(layout)),
    zoomed: ZOOMS.map((zoom) => evened(halved(zoomed(layout, zoom)))),
  };
}

/**
 * Correlation of two pictures that show the same, after a slight crop is undone; null when they do not. Another
 * subject in the same place leaves the correlation high but changes a cluster of cells; a copy does not.
 */
export function likenessOf(first: LayoutCopies, second: LayoutCopies): number | null {
  const pairs = [
    [first.whole, second.whole],
    ...ZOOMS.flatMap((_, at) => [
      [first.zoomed[at], second.whole],
      [first.whole, second.zoomed[at]],
    ]),
  ] as [Float32Array, Float32Array][];
  let best = pairs[0] as (typeof pairs)[number];
  let likeness = correlationOf(...best);
  for (const pair of pairs) {
    const correlation = correlationOf(...pair);
    if (correlation > likeness) [best, likeness] = [pair, correlation];
  }
  return likeness < MIN_CORRELATION || changedCells(...best) > MAX_CHANGED ? null : likeness;
}

function correlationOf(first: Float32Array, second: Float32Array): number {
  let correlation = 0;
  for (let i = 0; i < CELLS; i++) correlation += ((first[i] ?? 0) * (second[i] ?? 0)) / CELLS;
  return correlation;
}

/** Of all cells, 0–1: those that no small shift explains. */
function changedCells(first: Float32Array, second: Float32Array): number {
  let changed = 0;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const outside = Math.max(
        nearestDifference(first, second, x, y),
        nearestDifference(second, first, x, y),
      );
      if (outside > SAME_CELL) changed++;
    }
  }
  return changed / CELLS;
}

/** Where along one side each cell of an enlarged copy lies between two of the layout. */
interface Between {
  readonly low: number;
  readonly high: number;
  /** From the lower one to the higher, 0–1. */
  readonly part: number;
}

const BETWEEN = new Map(
  ZOOMS.map((zoom) => {
    const middle = (LAYOUT_SIDE - 1) / 2;
    const side = Array.from({ length: LAYOUT_SIDE }, (_, i): Between => {
      const from = middle + (i - middle) / zoom;
      const low = Math.floor(from);
      return { low, high: Math.min(LAYOUT_SIDE - 1, low + 1), part: from - low };
    });
    return [zoom, side];
  }),
);

/** One at a time is made smaller. */
const enlarged = new Float64Array(LAYOUT_SIDE ** 2);

/** The middle part of a layout, `zoom` times enlarged; lasts until the next one. */
function zoomed(values: ArrayLike<number>, zoom: (typeof ZOOMS)[number]): ArrayLike<number> {
  const side = BETWEEN.get(zoom) as readonly Between[];
  let i = 0;
  for (const y of side) {
    const top = y.low * LAYOUT_SIDE;
    const bottom = y.high * LAYOUT_SIDE;
    for (const { low, high, part } of side) {
      const upper = mixed(values[top + low] ?? 0, values[top + high] ?? 0, part);
      const lower = mixed(values[bottom + low] ?? 0, values[bottom + high] ?? 0, part);
      enlarged[i++] = mixed(upper, lower, y.part);
    }
  }
  return enlarged;
}

const mixed = (a: number, b: number, part: number): number => a + (b - a) * part;

/** Each value the mean of four. */
function halved(values: ArrayLike<number>): Float32Array {
  const half = new Float32Array(CELLS);
  for (let i = 0; i < CELLS; i++) {
    const at = 2 * Math.floor(i / SIDE) * LAYOUT_SIDE + 2 * (i % SIDE);
    const below = at + LAYOUT_SIDE;
    const top = (values[at] ?? 0) + (values[at + 1] ?? 0);
    half[i] = (top + (values[below] ?? 0) + (values[below + 1] ?? 0)) / 4;
  }
  return half;
}

/** To mean 0 and standard deviation 1, in place; a flat copy becomes all 0. */
function evened(values: Float32Array): Float32Array {
  let sum = 0;
  for (const v of values) sum += v;
  const mean = sum / values.length;
  let squares = 0;
  for (const v of values) squares += (v - mean) ** 2;
  const deviation = Math.sqrt(squares / values.length);
  for (let i = 0; i < values.length; i++)
    values[i] = deviation < 1 ? 0 : ((values[i] as number) - mean) / deviation;
  return values;
}

/** How far a cell lies outside the range of the other copy's 3×3 cells there: 0 when a small shift explains it. */
function nearestDifference(from: Float32Array, to: Float32Array, x: number, y: number): number {
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
