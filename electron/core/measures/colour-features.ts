import type { Pixels } from './picture.js';
import { LEVEL, lumaOf, quantile } from './planes.js';
import { sortByCounting } from './select.js';

const QUANTILES = [0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95] as const;

export interface ColourFeatures {
  /** Square roots of a 4×4×4 Lab histogram with soft bins, then mean a and b over 40. */
  readonly colour: number[];
  /** Luma quantiles from 5 to 95 %, 0–1. */
  readonly tone: number[];
  /** Mean HSV saturation, then chroma quantiles over 100. */
  readonly saturation: number[];
}

export function colourFeatures(pixels: Pixels, lab: Float32Array): ColourFeatures {
  const count = lab.length / 3;
  const histogram = new Float64Array(64);
  const chroma = new Int16Array(count);
  let meanA = 0;
  let meanB = 0;
  for (let i = 0; i < count; i++) {
    const l = lab[i * 3] ?? 0;
    const a = lab[i * 3 + 1] ?? 0;
    const b = lab[i * 3 + 2] ?? 0;
    chroma[i] = Math.sqrt(a * a + b * b) * LEVEL + 0.5;
    meanA += a / count;
    meanB += b / count;
    spread(histogram, l / 25 - 0.5, a / 22 + 1.5, b / 22 + 1.5, 1 / count);
  }
  sortByCounting(chroma);
  const luma = sortByCounting(lumaOf(pixels).data);
  return {
    colour: [...Array.from(histogram, Math.sqrt), meanA / 40, meanB / 40],
    tone: QUANTILES.map((q) => quantile(luma, q) / (255 * LEVEL)),
    saturation: [meanSaturation(pixels), ...QUANTILES.map((q) => quantile(chroma, q) / (100 * LEVEL))],
  };
}

/** Mean of (max − min) / max over the pixels, 0–1; black counts as 0. */
export function meanSaturation({ data }: Pixels): number {
  let sum = 0;
  for (let i = 0; i + 2 < data.length; i += 3) {
    const high = Math.max(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0);
    const low = Math.min(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0);
    // Near black the ratio is mostly rounding; 16 levels damp it.
    sum += (high - low) / Math.max(16, high);
  }
  return data.length === 0 ? 0 : sum / (data.length / 3);
}

/** Adds a weight to the eight nearest cells of a 4×4×4 grid; coordinates are cell centres. */
function spread(cells: Float64Array, l: number, a: number, b: number, weight: number): void {
  const lc = inside(l);
  const ac = inside(a);
  const bc = inside(b);
  const first = (lc | 0) * 16 + (ac | 0) * 4 + (bc | 0);
  const l1 = weight * (lc - (lc | 0));
  spreadFlat(cells, first, ac - (ac | 0), bc - (bc | 0), weight - l1);
  spreadFlat(cells, first + 16, ac - (ac | 0), bc - (bc | 0), l1);
}

/** The same in the plane of one lightness, `a` and `b` of the way from one cell to the next. */
function spreadFlat(cells: Float64Array, cell: number, a: number, b: number, weight: number): void {
  const near = weight * (1 - a);
  const far = weight * a;
  cells[cell] = (cells[cell] ?? 0) + near * (1 - b);
  cells[cell + 1] = (cells[cell + 1] ?? 0) + near * b;
  cells[cell + 4] = (cells[cell + 4] ?? 0) + far * (1 - b);
  cells[cell + 5] = (cells[cell + 5] ?? 0) + far * b;
}

const inside = (value: number) => Math.min(2.9999, Math.max(0, value));
