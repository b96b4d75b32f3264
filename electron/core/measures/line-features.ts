import { LEVEL, type Plane } from './planes.js';
import { isMore } from './whole-numbers.js';

/** Every so many lines are looked at: those between say the same. */
const EVERY = 2;
const THRESHOLDS = [12, 30, 70] as const;
/** Beyond this square of a slope a pixel is on an edge. */
const STRONG = (30 * LEVEL) ** 2;
/** Of squares of slopes, in bits that say nothing of the slope in whole levels; and that slope of what remains. */
const SQUARE_BITS = 14;
const SLOPES = Uint16Array.from({ length: (2 * 255 ** 2 * LEVEL ** 2) / 2 ** SQUARE_BITS + 1 }, (_, square) =>
  Math.sqrt(square),
);
/** What a thin line differs by from both its sides. */
const THIN = 12 * LEVEL;

/**
 * How a picture is drawn: share of pixels on edges at three strengths (log10), quantiles of the slope (log10),
 * share of dark thin lines, mean thickness of strong edges, and how evenly directions are spread (0–1).
 */
export function lineFeatures({ data, width, height }: Plane): number[] {
  const slopes = new Uint32Array(362);
  const directions = new Int32Array(8);
  let dark = 0;
  let light = 0;
  let runs = 0;
  // Without a branch: which way a texture goes on is anybody's guess. The sign of a difference says which is more.
  for (let y = 1; y < height - 1; y += EVERY) {
    let inside = 0;
    let left = data[y * width] ?? 0;
    let here = data[y * width + 1] ?? 0;
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const right = data[i + 1] ?? 0;
      const up = data[i - width] ?? 0;
      const down = data[i + width] ?? 0;
      const gx = (right - left) | 0;
      const gy = (down - up) | 0;
      const square = (Math.imul(gx, gx) + Math.imul(gy, gy)) | 0;
      const slope = SLOPES[square >>> SQUARE_BITS] ?? 0;
      slopes[slope] = (slopes[slope] ?? 0) + 1;
      const strong = isMore(square, STRONG);
      const bin = directionOf(gx, gy);
      directions[bin] = ((directions[bin] ?? 0) + strong) | 0;
      runs = (runs + (strong & ~inside)) | 0;
      inside = strong;
      // The sign of a difference says which is more; of two that it is one, or both.
      const dim = (here + THIN) | 0;
      dark += (((dim - left) | (dim - up)) & ((dim - right) | (dim - down))) >>> 31;
      const bright = (here - THIN) | 0;
      light += (((left - bright) | (up - bright)) & ((right - bright) | (down - bright))) >>> 31;
      left = here;
      here = right;
    }
  }
  const count = Math.max(0, width - 2) * Math.ceil(Math.max(0, height - 2) / EVERY);
  const over = THRESHOLDS.map((threshold) => slopes.subarray(threshold).reduce((a, b) => a + b, 0));
  const pixels = Math.max(1, count);
  const share = (n: number) => Math.log10(n / pixels + 1e-3);
  const strongest = directions.reduce((a, b) => a + b, 0);
  let entropy = 0;
  for (const n of directions) if (n > 0) entropy -= (n / strongest) * Math.log(n / strongest);
  return [
    ...over.map(share),
    ...[0.3, 0.5, 0.7, 0.9].map((q) => Math.log10(levelAt(slopes, q * count) + 1)),
    share(dark),
    share(light),
    Math.log10((over[1] ?? 0) / Math.max(1, runs) + 1),
    entropy / Math.log(8),
  ];
}

/** Of eight half-turn directions, by how many of the limits a slope is beyond, and whether it goes the other way. */
const DIRECTIONS = Uint8Array.of(0, 0, 1, 7, 2, 6, 3, 5, 4, 4);

/** One of them; a line has the same one from both its sides. */
function directionOf(gx: number, gy: number): number {
  const x = Math.abs(gx) | 0;
  const y = Math.imul(1000, Math.abs(gy));
  // Tangents of 11, 34, 56 and 79 degrees, in thousandths.
  const short =
    isMore(Math.imul(199, x), y) +
    isMore(Math.imul(668, x), y) +
    isMore(Math.imul(1497, x), y) +
    isMore(Math.imul(5027, x), y);
  return DIRECTIONS[2 * (4 - short) + ((gx ^ gy) >>> 31)] ?? 0;
}

/** The histogram level below which `rank` values lie, with the fraction inside the level. */
function levelAt(histogram: Uint32Array, rank: number): number {
  let seen = 0;
  for (let level = 0; level < histogram.length; level++) {
    const here = histogram[level] ?? 0;
    if (seen + here > rank) return level + (rank - seen) / here;
    seen += here;
  }
  return histogram.length;
}
