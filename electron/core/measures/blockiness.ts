import { columnsOf, type Plane } from './planes.js';

const MAX_LINES = 400;

/**
 * How much steps pile up on one phase of an 8-pixel grid, as block compression leaves them: 0 without a
 * grid, around 0.3 and more where blocks can be seen. Any phase counts, so that a cropped picture is caught.
 */
export function blockinessOf(plane: Plane): number {
  const { width, height } = plane;
  if (width < 32 || height < 32) return 0;
  const rows = everyOf(height);
  const columns = everyOf(width);
  const across = phases(plane.data, Math.ceil(height / rows), rows * width, width);
  const down = phases(columnsOf(plane, 0, columns), Math.ceil(width / columns), height, height);
  return Math.max(0, (excess(across) + excess(down)) / 2);
}

/** Which lines are looked at: each, every second … */
const everyOf = (lines: number): number => Math.max(1, Math.ceil(lines / MAX_LINES));

/**
 * Mean step at each of the 8 phases along `lines` lines of `length` values that begin `apart` from one another. A
 * step is what remains after the slope on both sides is taken away, cut off at 12 levels: block edges are small
 * and many, drawn edges large and few.
 */
function phases(data: Float32Array, lines: number, apart: number, length: number): Float64Array {
  const sums = new Float64Array(8);
  for (let line = 0; line < lines; line++) {
    const start = line * apart;
    let earlier = data[start + 1] ?? 0;
    let before = earlier - (data[start] ?? 0);
    let value = data[start + 2] ?? 0;
    let here = value - earlier;
    for (let x = 2; x < length - 2; x++) {
      earlier = value;
      value = data[start + x + 1] ?? 0;
      const after = value - earlier;
      const phase = x & 7;
      sums[phase] = (sums[phase] ?? 0) + Math.min(12, Math.abs(here - (before + after) / 2));
      before = here;
      here = after;
    }
  }
  return sums.map((sum, phase) => {
    let count = 0;
    for (let x = 2; x < length - 2; x++) if ((x & 7) === phase) count++;
    return sum / Math.max(1, count * lines);
  });
}

/** The strongest phase against the median of the others; `0.15` keeps exactly flat pictures at 0. */
function excess(means: Float64Array): number {
  const sorted = [...means].sort((a, b) => a - b);
  const top = sorted[7] ?? 0;
  const middle = ((sorted[3] ?? 0) + (sorted[2] ?? 0)) / 2;
  return (top - middle) / (middle + 0.15);
}
