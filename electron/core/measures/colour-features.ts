import type { Pixels } from './picture.js';
import { lumaOf, quantile } from './planes.js';

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
  const chroma = new Float32Array(count);
  let meanA = 0;
  let meanB = 0;
  for (let i = 0; i < count; i++) {
    const l = lab[i * 3] ?? 0;
    const a = lab[i * 3 + 1] ?? 0;
    const b = lab[i * 3 + 2] ?? 0;
    chroma[i] = Math.sqrt(a * a + b * b);
    meanA += a / count;
    meanB += b / count;
    spread(histogram, l / 25 - 0.5, a / 22 + 1.5, b / 22 + 1.5, 1 / count);
  }
  chroma.sort();
  const luma = lumaOf(pixels).data.sort();
  return {
    colour: [...Array.from(histogram, Math.sqrt), meanA / 40, meanB / 40],
    tone: QUANTILES.map((q) => quantile(luma, q) / 255),
    saturation: [meanSaturation(pixels), ...QUANTILES.map((q) => quantile(chroma, q) / 100)],
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
  const lt = lc - Math.floor(lc);
  const at = ac - Math.floor(ac);
  const bt = bc - Math.floor(bc);
  const first = Math.floor(lc) * 16 + Math.floor(ac) * 4 + Math.floor(bc);
  for (let corner = 0; corner < 8; corner++) {
    const dl = corner & 1;
    const da = (corner >> 1) & 1;
    const db = corner >> 2;
    const share = (dl ? lt : 1 - lt) * (da ? at : 1 - at) * (db ? bt : 1 - bt);
    const cell = first + dl * 16 + da * 4 + db;
    cells[cell] = (cells[cell] ?? 0) + weight * share;
  }
}

const inside = (value: number) => Math.min(2.9999, Math.max(0, value));
