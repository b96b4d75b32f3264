import { type Plane, quantile } from './planes.js';

const TILE = 48;
/** Tiles looked at in one picture at most, spread evenly. */
const MAX_TILES = 480;
const REACH = 14;

export interface Sharpness {
  /** log10 of the variance of the Laplacian in the sharpest tenth of the tiles. */
  readonly detail: number;
  /** Width of the crispest quarter of the strong edges, in the picture's own pixels; 0 without edges. */
  readonly edgeWidth: number;
}

/**
 * Sharpness from where the picture is sharpest: a subject in focus before a soft background is sharp.
 * Variance of the Laplacian after Pech-Pacheco et al. 2000.
 */
export function sharpnessOf(luma: Plane): Sharpness {
  return { detail: detailOf(luma), edgeWidth: edgeWidths(luma, 0.25) };
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

/** Height of an edge divided by its steepest step: √(2π)·σ for an edge blurred by a Gaussian of σ pixels. */
function edgeWidths({ data, width, height }: Plane, share: number): number {
  const stride = Math.max(3, Math.round(Math.sqrt((width * height) / 100_000)));
  const edges: Edges = { slopes: [], widths: [] };
  for (let y = 1; y < height - 1; y += stride) walk(data, y * width, 1, width, edges);
  for (let x = 1; x < width - 1; x += stride) walk(data, x, width, height, edges);
  const strong = quantile(Float32Array.from(edges.slopes).sort(), 0.8);
  const widths = Float32Array.from(edges.widths.filter((_, i) => (edges.slopes[i] ?? 0) >= strong)).sort();
  return quantile(widths, share);
}

interface Edges {
  readonly slopes: number[];
  readonly widths: number[];
}

/** Edges along one row or column: local maxima of the slope, walked both ways as long as the value keeps rising. */
function walk(data: Float32Array, start: number, step: number, length: number, found: Edges): void {
  const end = start + (length - 2) * step;
  let before = Math.abs((data[start + step] ?? 0) - (data[start] ?? 0));
  for (let i = start + step; i < end; i += step) {
    const here = (data[i + step] ?? 0) - (data[i] ?? 0);
    const slope = Math.abs(here);
    const previous = before;
    before = slope;
    if (slope < 4 || slope < previous) continue;
    if (slope <= Math.abs((data[i + 2 * step] ?? 0) - (data[i + step] ?? 0))) continue;
    const rising = here > 0 ? 1 : -1;
    let low = i;
    let high = i + step;
    const first = Math.max(start, i - REACH * step);
    const last = Math.min(end + step, i + REACH * step);
    while (low > first && ((data[low] ?? 0) - (data[low - step] ?? 0)) * rising > 0.5) low -= step;
    while (high < last && ((data[high + step] ?? 0) - (data[high] ?? 0)) * rising > 0.5) high += step;
    const height = Math.abs((data[high] ?? 0) - (data[low] ?? 0));
    if (height < 20) continue;
    found.slopes.push(slope);
    found.widths.push(height / slope);
  }
}
