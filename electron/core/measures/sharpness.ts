import { columnsOf, LEVEL, type Plane, quantile } from './planes.js';
import { reusedValues } from './reused.js';
import { quantileIn, ranked } from './select.js';
import { isMore, sizeOf } from './whole-numbers.js';

/** Of each half of the columns. */
const COLUMNS = [reusedValues(), reusedValues()];
const TILE = 48;
/** Tiles looked at in one picture at most, spread evenly. */
const MAX_TILES = 480;
const REACH = 14;

export interface Sharpness {
  /** log10 of the variance of the Laplacian in the sharpest tenth of the tiles. */
  readonly detail: number;
  /** Width of the crispest quarter of the strong edges, in the picture's own pixels; 0 without edges. */
  readonly edgeWidth: number;
  /**
   * How far strong edges between two calm places overshoot on both sides, of their height: below 0.09 as a rule, more where
   * they were sharpened. Near 0 where there are hardly any such edges.
   */
  readonly overshoot: number;
}

/**
 * Sharpness from where the picture is sharpest: a subject in focus before a soft background is sharp.
 * Variance of the Laplacian after Pech-Pacheco et al. 2000.
 */
export function sharpnessOf(luma: Plane): Sharpness {
  const { widths, overshoots } = strongEdges(luma);
  let sum = 0;
  for (let i = 0; i < overshoots.length; i++)
    sum += Math.max(LEAST_OVERSHOOT, Math.min(MOST_OVERSHOOT, overshoots[i] ?? 0));
  return {
    detail: detailOf(luma),
    edgeWidth: quantileIn(widths, 0.25),
    overshoot: Math.max(0, sum / Math.max(ENOUGH_CALM, overshoots.length)),
  };
}

function detailOf({ data, width, height }: Plane): number {
  const columns = Math.max(1, Math.floor((width - 2) / TILE));
  const rows = Math.max(1, Math.floor((height - 2) / TILE));
  const every = Math.max(1, Math.ceil((columns * rows) / MAX_TILES));
  const variances: number[] = [];
  const sums = new Int32Array(columns);
  const squares = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const top = 1 + row * TILE;
    const bottom = Math.min(top + TILE, height - 1);
    const first = every - 1 - ((row * columns + every - 1) % every);
    sums.fill(0);
    squares.fill(0);
    // Line by line, as the picture lies in memory.
    for (let y = top; y < bottom; y++)
      for (let column = first; column < columns; column += every) {
        let sum = 0;
        let square = 0;
        let i = y * width + 1 + column * TILE;
        let before = data[i - 1] ?? 0;
        let here = data[i] ?? 0;
        const end = Math.min(i + TILE, (y + 1) * width - 1);
        // Two at once: the sum of one need not wait for that of the other.
        for (; i + 1 < end; i += 2) {
          const next = data[i + 1] ?? 0;
          const last = data[i + 2] ?? 0;
          const v = (4 * here - before - next - (data[i - width] ?? 0) - (data[i + width] ?? 0)) | 0;
          const w = (4 * next - here - last - (data[i - width + 1] ?? 0) - (data[i + width + 1] ?? 0)) | 0;
          before = next;
          here = last;
          sum = (sum + v + w) | 0;
          square += v * v + w * w;
        }
        if (i < end) {
          const v =
            (4 * here - before - (data[i + 1] ?? 0) - (data[i - width] ?? 0) - (data[i + width] ?? 0)) | 0;
          sum = (sum + v) | 0;
          square += v * v;
        }
        sums[column] = (sums[column] ?? 0) + sum;
        squares[column] = (squares[column] ?? 0) + square;
      }
    for (let column = first; column < columns; column += every) {
      const count = Math.max(0, Math.min(TILE, width - 2 - column * TILE)) * Math.max(0, bottom - top);
      if (count > 0)
        variances.push(((squares[column] ?? 0) / count - ((sums[column] ?? 0) / count) ** 2) / LEVEL ** 2);
    }
  }
  variances.sort((a, b) => a - b);
  return Math.log10(Math.max(1e-2, quantile(variances, 0.9)));
}

interface StrongEdges {
  /** Height of an edge divided by its steepest step: √(2π)·σ for an edge blurred by a Gaussian of σ pixels. */
  readonly widths: Float32Array;
  /** Of those between two calm places: how far the lesser of its two ends goes beyond what lies behind it, of its height. */
  readonly overshoots: Float32Array;
}

/** Of a picture that has so many edges on half of the lines, the other half says nothing new. */
const ENOUGH = 10_000;

/** The steepest fifth of all edges, along lines and columns. */
function strongEdges(luma: Plane): StrongEdges {
  const { data, width, height } = luma;
  const stride = Math.max(3, Math.round(Math.sqrt((width * height) / 100_000)));
  const edges = EDGES;
  edges.count = 0;
  const walked: { values: Int16Array; length: number; until: number }[] = [];
  for (const [half, room] of COLUMNS.entries()) {
    if (edges.count >= ENOUGH) break;
    const first = 1 + half * stride;
    for (let y = first; y < height - 1; y += 2 * stride) walk(data, y * width, width, edges);
    walked.push({ values: data, length: width, until: edges.count });
    const columns = columnsOf(luma, first, 2 * stride, room);
    for (let x = first, i = 0; x < width - 1; x += 2 * stride, i++) walk(columns, i * height, height, edges);
    walked.push({ values: columns, length: height, until: edges.count });
  }
  const strong = edges.count > 0 ? ranked(edges.slopes, edges.count, Math.ceil(0.8 * (edges.count - 1))) : 0;
  const widths = new Float32Array(edges.count);
  const overshoots = new Float32Array(edges.count);
  let kept = 0;
  let calm = 0;
  let i = 0;
  for (const { values, length, until } of walked)
    for (; i < until; i++) {
      const slope = edges.slopes[i] ?? 0;
      if (slope < strong) continue;
      const low = edges.lows[i] ?? 0;
      const high = edges.highs[i] ?? 0;
      widths[kept] = Math.abs((values[high] ?? 0) - (values[low] ?? 0)) / slope;
      kept++;
      const overshoot = overshootAt(values, length, low, high);
      if (overshoot !== null) overshoots[calm++] = overshoot;
    }
  return { widths: widths.subarray(0, kept), overshoots: overshoots.subarray(0, calm) };
}

/** Pixels beyond an edge: a halo ends before the first, and up to the last lies what it is told by. */
const BEHIND = 5;
const BEHIND_TO = 10;
/** Of the height: what wanders by more behind an edge is no calm place. */
const CALM = 0.12;
/** White and black leave no room for a halo. */
const BLACK = 5 * LEVEL;
const WHITE = 250 * LEVEL;
/** What one edge counts, of its height. */
const LEAST_OVERSHOOT = -0.1;
const MOST_OVERSHOOT = 0.4;
/** Of fewer edges between calm places nobody can tell. */
const ENOUGH_CALM = 20;

/**
 * `low` and `high`: where the edge begins and ends, in lines of `length` values. Null where it is not between two calm
 * places: in a texture, and beside a thin line, values come back whatever was sharpened.
 */
function overshootAt(data: Int16Array, length: number, low: number, high: number): number | null {
  const line = low - (low % length);
  if (low - BEHIND_TO < line || high + BEHIND_TO >= line + length) return null;
  const begin = data[low] ?? 0;
  const end = data[high] ?? 0;
  const height = end - begin;
  const most = CALM * Math.abs(height);
  const before = calmFrom(data, low - BEHIND_TO, most);
  const beyond = before === null ? null : calmFrom(data, high + BEHIND, most);
  return before === null || beyond === null
    ? null
    : Math.min((before - begin) / height, (end - beyond) / height);
}

/** What the values of one side are on the mean; null where they wander by more than `most`, or are white or black. */
function calmFrom(data: Int16Array, from: number, most: number): number | null {
  let sum = 0;
  let lowest = data[from] ?? 0;
  let highest = lowest;
  const to = from + BEHIND_TO - BEHIND;
  for (let i = from; i <= to; i++) {
    const value = data[i] ?? 0;
    sum += value;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const mean = sum / (to - from + 1);
  return highest - lowest > most || mean < BLACK || mean > WHITE ? null : mean;
}

/** Room for the edges of most pictures of a few megapixels. */
const ROOM = 1 << 16;

/** What was found of each edge, in lists without objects: there are tens of thousands in a picture. */
class Edges {
  count = 0;
  slopes = new Uint16Array(ROOM);
  /** Where it begins and ends, in the values that were walked. */
  lows = new Int32Array(ROOM);
  highs = new Int32Array(ROOM);

  add(slope: number, low: number, high: number): void {
    if (this.count === this.slopes.length) {
      this.slopes = roomier(this.slopes, new Uint16Array(2 * this.count));
      this.lows = roomier(this.lows, new Int32Array(2 * this.count));
      this.highs = roomier(this.highs, new Int32Array(2 * this.count));
    }
    this.slopes[this.count] = slope;
    this.lows[this.count] = low;
    this.highs[this.count++] = high;
  }
}

/** One picture at a time is measured in a thread. */
const EDGES = new Edges();
/** Where the passages of one line end. */
let ends = new Int32Array(1 << 12);

function roomier<T extends Uint16Array | Int32Array>(values: T, larger: T): T {
  larger.set(values);
  return larger;
}

/** A value that goes on by no more than this neither rises nor falls. */
const EVEN = LEVEL / 2;
const LEAST_SLOPE = 4 * LEVEL;
const LEAST_HEIGHT = 20 * LEVEL;

/**
 * Edges along one line: local maxima of the slope, as far both ways as the value keeps rising, or falling. The line is
 * taken apart into such passages first, without a branch, since most are too low to have an edge.
 */
function walk(data: Int16Array, start: number, length: number, found: Edges): void {
  const passages = passagesOf(data, start, length);
  const first = start + 1;
  const last = start + length - 3;
  for (let passage = 0, low = start; passage < passages; passage++) {
    const begin = low;
    low = ends[passage] ?? 0;
    if (Math.abs((data[low] ?? 0) - (data[begin] ?? 0)) < LEAST_HEIGHT) continue;
    edgesWithin(data, Math.max(first, begin), Math.min(last, low - 1), begin, low, found);
  }
}

/** How many passages a line has; where they end is in `ends`. */
function passagesOf(data: Int16Array, start: number, length: number): number {
  if (ends.length < length) ends = new Int32Array(2 * length);
  const list = ends;
  let value = data[start] ?? 0;
  let going = 0;
  let count = 0;
  const end = start + length;
  for (let i = start + 1; i < end; i++) {
    const next = data[i] ?? 0;
    const goes = isMore(next, value + EVEN) - isMore(value - EVEN, next);
    list[count] = i - 1;
    count = (count + isMore(sizeOf(goes - going), 0)) | 0;
    going = goes;
    value = next;
  }
  list[count] = end - 1;
  return count + 1;
}

/** Those that are steepest at `from` to `to`, on a passage from `begin` to `end`. */
function edgesWithin(
  data: Int16Array,
  from: number,
  to: number,
  begin: number,
  end: number,
  found: Edges,
): void {
  for (let i = from; i <= to; i++) {
    const value = data[i] ?? 0;
    const next = data[i + 1] ?? 0;
    const slope = Math.abs(next - value);
    if (slope < LEAST_SLOPE) continue;
    if (slope < Math.abs(value - (data[i - 1] ?? 0)) || slope <= Math.abs((data[i + 2] ?? 0) - next))
      continue;
    const low = Math.max(begin, i - REACH);
    const high = Math.min(end, i + REACH);
    if (Math.abs((data[high] ?? 0) - (data[low] ?? 0)) >= LEAST_HEIGHT) found.add(slope, low, high);
  }
}
