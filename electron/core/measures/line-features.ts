import type { Plane } from './planes.js';

const THRESHOLDS = [12, 30, 70] as const;

/**
 * How a picture is drawn: share of pixels on edges at three strengths (log10), quantiles of the slope (log10),
 * share of dark thin lines, mean thickness of strong edges, and how evenly directions are spread (0–1).
 */
export function lineFeatures({ data, width, height }: Plane): number[] {
  const slopes = new Uint32Array(362);
  const directions = new Float64Array(8);
  let dark = 0;
  let light = 0;
  let runs = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y++) {
    let inside = false;
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const left = data[i - 1] ?? 0;
      const right = data[i + 1] ?? 0;
      const up = data[i - width] ?? 0;
      const down = data[i + width] ?? 0;
      const gx = right - left;
      const gy = down - up;
      const slope = Math.sqrt(gx * gx + gy * gy);
      slopes[slope | 0] = (slopes[slope | 0] ?? 0) + 1;
      count++;
      const strong = slope > 30;
      if (strong) {
        const bin = directionOf(gx, gy);
        directions[bin] = (directions[bin] ?? 0) + 1;
        if (!inside) runs++;
      }
      inside = strong;
      const here = data[i] ?? 0;
      if ((left - here > 12 || up - here > 12) && (right - here > 12 || down - here > 12)) dark++;
      if ((here - left > 12 || here - up > 12) && (here - right > 12 || here - down > 12)) light++;
    }
  }
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

/** One of eight half-turn directions; a line has the same one from both its sides. */
function directionOf(gx: number, gy: number): number {
  const x = Math.abs(gx);
  const y = Math.abs(gy);
  const steep = y < 0.199 * x ? 0 : y < 0.668 * x ? 1 : y < 1.497 * x ? 2 : y < 5.027 * x ? 3 : 4;
  return gx * gy >= 0 || steep === 0 || steep === 4 ? steep : 8 - steep;
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
