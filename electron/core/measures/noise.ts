import { LEVEL, type Plane, quantile } from './planes.js';
import type { Reused } from './reused.js';
import { ranked } from './select.js';
import { sizeOf } from './whole-numbers.js';

const TILE = 32;
const MAX_TILES = 600;
/** Median absolute value of a standard normal variable. */
const NORMAL_MEDIAN = 0.6745;

export interface NoiseStatistics {
  /** Standard deviation of the noise in the calm parts of the picture, in 8-bit levels. */
  readonly sigma: number;
  /** The same over all tiles: calm parts, middle and busy parts. */
  readonly spread: readonly [calm: number, middle: number, busy: number];
}

/** Of one tile: coefficients, twice as large as they should be. */
const VALUES = new Uint16Array((TILE / 2) ** 2);
const TWICE = 2 * LEVEL;

/**
 * Noise from the median absolute value of the diagonal Haar coefficients (Donoho & Johnstone 1994), per tile.
 * The calm third of the tiles decides: noise is everywhere, drawn texture is not.
 */
export function noiseOf({ data, width, height }: Plane): NoiseStatistics {
  const columns = Math.max(1, Math.floor(width / TILE));
  const rows = Math.max(1, Math.floor(height / TILE));
  const every = Math.max(1, Math.ceil((columns * rows) / MAX_TILES));
  const sigmas: number[] = [];
  for (let tile = 0; tile < columns * rows; tile += every) {
    const left = (tile % columns) * TILE;
    const top = Math.floor(tile / columns) * TILE;
    let count = 0;
    for (let y = top; y + 1 < Math.min(top + TILE, height); y += 2) {
      for (let x = left; x + 1 < Math.min(left + TILE, width); x += 2) {
        const i = y * width + x;
        VALUES[count++] = sizeOf(
          (data[i] ?? 0) - (data[i + 1] ?? 0) - (data[i + width] ?? 0) + (data[i + width + 1] ?? 0),
        );
      }
    }
    if (count > 0) sigmas.push(ranked(VALUES, count, count >> 1) / TWICE / NORMAL_MEDIAN);
  }
  sigmas.sort((a, b) => a - b);
  const spread = [quantile(sigmas, 0.3), quantile(sigmas, 0.5), quantile(sigmas, 0.85)] as const;
  return { sigma: spread[0], spread };
}

/** Half the size, each value the mean of four. */
export function halve({ data, width, height }: Plane, room: Reused<Int16Array>): Plane {
  const w = Math.max(1, width >> 1);
  const h = Math.max(1, height >> 1);
  const half = room.of(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = 2 * y * width + 2 * x;
      half[y * w + x] =
        ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + width] ?? 0) + (data[i + width + 1] ?? 0) + 2) >> 2;
    }
  }
  return { data: half, width: w, height: h };
}
