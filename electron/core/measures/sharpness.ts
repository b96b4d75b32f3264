import { columnsOf, type Plane, quantile } from './planes.js';
import { reusedFloats } from './reused.js';
import { quantileIn } from './select.js';

const COLUMNS = reusedFloats();
const TILE = 48;
/** Tiles looked at in one picture at most, spread evenly. */
const MAX_TILES = 480;
const REACH = 14;

export interface Sharpness {
  /** log10 of the variance of the Laplacian in the sharpest tenth of the tiles. */
  readonly detail: number;
  /** Width of the crispest quarter of the strong edges, in the picture's own pixels; 0 without edges. */
  readonly edgeWidth: number;
  /** How far strong edges overshoot on both sides, of their height: 0 to 0.4, about 0.2 as a rule. */
  readonly overshoot: number;
}

/**
 * Sharpness from where the picture is sharpest: a subject in focus before a soft background is sharp.
 * Variance of the Laplacian after Pech-Pacheco et al. 2000.
 */
export function sharpnessOf(luma: Plane): Sharpness {
  const { widths, overshoots } = strongEdges(luma);
  let sum = 0;
  for (const overshoot of overshoots) sum += Math.min(MOST_OVERSHOOT, overshoot);
  return {
    detail: detailOf(luma),
    edgeWidth: quantileIn(widths, 0.25),
    overshoot: sum / Math.max(1, overshoots.length),
  };
}

function detailOf({ data, width, height }: Plane): number {
  const columns = Math.max(1, Math.floor((width - 2) / TILE));
  const rows = Math.max(1, Math.floor((height - 2) / TILE));
  const every = Math.max(1, Math.ceil((columns * rows) / MAX_TILES));
  const variances: number[] = [];
  for (let tile = 0; tile < columns * rows; tile += every) {
    const left = 1 + (tile % columns) * TILE;
    const top = 1 + Math.floor(tile / columns) * TILE;
    const right = Math.min(left + TILE, width - 1);
    const bottom = Math.min(top + TILE, height - 1);
    let sum = 0;
    let squares = 0;
    let count = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left, i = y * width + left; x < right; x++, i++) {
        const v =
          4 * (data[i] ?? 0) -
          (data[i - 1] ?? 0) -
          (data[i + 1] ?? 0) -
          (data[i - width] ?? 0) -
          (data[i + width] ?? 0);
        sum += v;
        squares += v * v;
        count++;
      }
    }
    if (count > 0) variances.push(squares / count - (sum / count) ** 2);
  }
  variances.sort((a, b) => a - b);
  return Math.log10(Math.max(1e-2, quantile(variances, 0.9)));
}

interface StrongEdges {
  /** Height of an edge divided by its steepest step: √(2π)·σ for an edge blurred by a Gaussian of σ pixels. */
  readonly widths: Float32Array;
  /** How far the value comes back beyond the lesser of its two ends, of its height. */
  readonly overshoots: Float32Array;
}

/** The steepest fifth of all edges, along lines and columns. */
function strongEdges(luma: Plane): StrongEdges {
  const { data, width, height } = luma;
  const stride = Math.max(3, Math.round(Math.sqrt((width * height) / 100_000)));
  const edges = EDGES;
  edges.count = 0;
  for (let y = 1; y < height - 1; y += stride) walk(data, y * width, width, edges);
  const across = edges.count;
  const columns = columnsOf(luma, 1, stride, COLUMNS);
  for (let x = 1, i = 0; x < width - 1; x += stride, i++) walk(columns, i * height, height, edges);
  const strong = quantileIn(new Float32Array(edges.slopes.subarray(0, edges.count)), 0.8);
  const widths = new Float32Array(edges.count);
  const overshoots = new Float32Array(edges.count);
  let kept = 0;
  for (let i = 0; i < edges.count; i++) {
    if ((edges.slopes[i] ?? 0) < strong) continue;
    widths[kept] = edges.widths[i] ?? 0;
    const [values, length] = i < across ? [data, width] : [columns, height];
    overshoots[kept++] = overshootAt(values, length, edges.lows[i] ?? 0, edges.highs[i] ?? 0);
  }
  return { widths: widths.subarray(0, kept), overshoots: overshoots.subarray(0, kept) };
}

/** Pixels beyond an edge within which a halo lies. */
const HALO = 6;
/** Of the height: a value that turns by less goes on. */
const TURN = 0.04;
/** A line that is thinner than a halo comes back all the way. */
const MOST_OVERSHOOT = 0.4;

/** `low` and `high`: where the edge begins and ends, in lines of `length` values. */
function overshootAt(data: Float32Array, length: number, low: number, high: number): number {
  const line = low - (low % length);
  const begin = data[low] ?? 0;
  const end = data[high] ?? 0;
  const height = end - begin;
  let before = 0;
  for (let i = low - 1; i >= Math.max(line, low - HALO); i--) {
    const back = ((data[i] ?? 0) - begin) / height;
    if (back > before) before = back;
    else if (back < before - TURN) break;
  }
  let beyond = 0;
  for (let i = high + 1; i <= Math.min(line + length - 1, high + HALO); i++) {
    const back = (end - (data[i] ?? 0)) / height;
    if (back > beyond) beyond = back;
    else if (back < beyond - TURN) break;
  }
  return Math.min(before, beyond);
}

/** Room for the edges of most pictures of a few megapixels. */
const ROOM = 1 << 16;

/** What was found of each edge, in lists without objects: there are tens of thousands in a picture. */
class Edges {
  count = 0;
  slopes = new Float64Array(ROOM);
  widths = new Float64Array(ROOM);
  /** Where it begins and ends, in the values that were walked. */
  lows = new Int32Array(ROOM);
  highs = new Int32Array(ROOM);

  add(slope: number, width: number, low: number, high: number): void {
    if (this.count === this.slopes.length) {
      this.slopes = grown(this.slopes, new Float64Array(2 * this.count));
      this.widths = grown(this.widths, new Float64Array(2 * this.count));
      this.lows = grown(this.lows, new Int32Array(2 * this.count));
      this.highs = grown(this.highs, new Int32Array(2 * this.count));
    }
    this.slopes[this.count] = slope;
    this.widths[this.count] = width;
    this.lows[this.count] = low;
    this.highs[this.count++] = high;
  }
}

/** One picture at a time is measured in a thread. */
const EDGES = new Edges();

function grown<T extends Float64Array | Int32Array>(values: T, larger: T): T {
  larger.set(values);
  return larger;
}

/** Edges along one line: local maxima of the slope, walked both ways as long as the value keeps rising. */
function walk(data: Float32Array, start: number, length: number, found: Edges): void {
  const end = start + length - 2;
  let next = data[start + 2] ?? 0;
  let before = 0;
  let slope = Math.abs((data[start + 1] ?? 0) - (data[start] ?? 0));
  let after = Math.abs(next - (data[start + 1] ?? 0));
  for (let i = start + 1; i < end; i++) {
    const value = next;
    next = data[i + 2] ?? 0;
    before = slope;
    slope = after;
    after = Math.abs(next - value);
    if (slope < 4 || slope < before || slope <= after) continue;
    const rising = value > (data[i] ?? 0) ? 1 : -1;
    let low = i;
    let high = i + 1;
    const first = Math.max(start, i - REACH);
    const last = Math.min(end + 1, i + REACH);
    while (low > first && ((data[low] ?? 0) - (data[low - 1] ?? 0)) * rising > 0.5) low--;
    while (high < last && ((data[high + 1] ?? 0) - (data[high] ?? 0)) * rising > 0.5) high++;
    const height = Math.abs((data[high] ?? 0) - (data[low] ?? 0));
    if (height < 20) continue;
    found.add(slope, height / slope, low, high);
  }
}
