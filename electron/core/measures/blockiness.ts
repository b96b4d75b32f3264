import type { Plane } from './planes.js';

const MAX_LINES = 400;

/**
 * How much steps pile up on one phase of an 8-pixel grid, as block compression leaves them: 0 without a
 * grid, around 0.3 and more where blocks can be seen. Any phase counts, so that a cropped picture is caught.
 */
export function blockinessOf(plane: Plane): number {
  const { width, height } = plane;
  if (width < 32 || height < 32) return 0;
  const across = phases(plane.data, height, width, width, 1);
  const down = phases(plane.data, width, height, 1, width);
  return Math.max(0, (excess(across) + excess(down)) / 2);
}

/**
 * Mean step at each of the 8 phases along lines. A step is what remains after the slope on both sides is
 * taken away, cut off at 12 levels: block edges are small and many, drawn edges large and few.
 */
function phases(
  data: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
): Float64Array {
  const sums = new Float64Array(8);
  const counts = new Float64Array(8);
  const every = Math.max(1, Math.ceil(lines / MAX_LINES));
  for (let line = 0; line < lines; line += every) {
    const start = line * lineStep;
    for (let x = 2; x < length - 2; x++) {
      const i = start + x * step;
      const here = (data[i] ?? 0) - (data[i - step] ?? 0);
      const before = (data[i - step] ?? 0) - (data[i - 2 * step] ?? 0);
      const after = (data[i + step] ?? 0) - (data[i] ?? 0);
      const jump = Math.min(12, Math.abs(here - (before + after) / 2));
      const phase = x & 7;
      sums[phase] = (sums[phase] ?? 0) + jump;
      counts[phase] = (counts[phase] ?? 0) + 1;
    }
  }
  return sums.map((sum, phase) => sum / Math.max(1, counts[phase] ?? 0));
}

/** The strongest phase against the median of the others; `0.15` keeps exactly flat pictures at 0. */
function excess(means: Float64Array): number {
  const sorted = [...means].sort((a, b) => a - b);
  const top = sorted[7] ?? 0;
  const middle = ((sorted[3] ?? 0) + (sorted[2] ?? 0)) / 2;
  return (top - middle) / (middle + 0.15);
}
