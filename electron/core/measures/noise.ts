import { LEVEL, type Plane, quantile } from './planes.js';
import type { Reused } from './reused.js';
import { ranked } from './select.js';
import { isMore, sizeOf } from './whole-numbers.js';

const TILE = 32;
const MAX_TILES = 600;
/** Median absolute value of a standard normal variable. */
const NORMAL_MEDIAN = 0.6745;

export interface NoiseStatistics {
  /** Standard deviation of the noise in the calm parts of the picture that are neither black nor white, in 8-bit levels. */
  readonly sigma: number;
  /** The same over all tiles, black and white ones too: calm parts, middle and busy parts. */
  readonly spread: readonly [calm: number, middle: number, busy: number];
}

/** Of the tiles. */
const CALM = 0.3;
/** As near black or white as this, in levels, noise is cut off on one side: on blank paper half of it is left. */
const CUT_OFF = 10;
/** Shares of a tile, and of the tiles, that have to lie between to go by them alone. */
const ENOUGH_CELLS = 0.25;
const ENOUGH_TILES = 0.1;

/** Of one tile: coefficients, twice as large as they should be. */
const VALUES = new Uint16Array((TILE / 2) ** 2);
/** Those of them that are not cut off. */
const WHOLE = new Uint16Array((TILE / 2) ** 2);
const TWICE = 2 * LEVEL;
/** Of four values together. */
const DARKEST = 4 * CUT_OFF * LEVEL;
const LIGHTEST = 4 * (255 - CUT_OFF) * LEVEL;
const sigmaOf = (values: Uint16Array, count: number): number =>
  ranked(values, count, count >> 1) / TWICE / NORMAL_MEDIAN;

/**
 * Noise from the median absolute value of the diagonal Haar coefficients (Donoho & Johnstone 1994), per tile.
 * The calm third of the tiles decides: noise is everywhere, drawn texture is not. Where all is black or white
 * only half of it is there, so that is left out where there is something else.
 */
export function noiseOf({ data, width, height }: Plane): NoiseStatistics {
  const columns = Math.max(1, Math.floor(width / TILE));
  const rows = Math.max(1, Math.floor(height / TILE));
  const every = Math.max(1, Math.ceil((columns * rows) / MAX_TILES));
  const sigmas: number[] = [];
  const whole: number[] = [];
  for (let tile = 0; tile < columns * rows; tile += every) {
    const left = (tile % columns) * TILE;
    const top = Math.floor(tile / columns) * TILE;
    let count = 0;
    let uncut = 0;
    for (let y = top; y + 1 < Math.min(top + TILE, height); y += 2) {
      for (let x = left; x + 1 < Math.min(left + TILE, width); x += 2) {
        const i = y * width + x;
        const one = (data[i] ?? 0) + (data[i + width + 1] ?? 0);
        const other = (data[i + 1] ?? 0) + (data[i + width] ?? 0);
        const value = sizeOf(one - other);
        VALUES[count++] = value;
        WHOLE[uncut] = value;
        uncut = (uncut + (isMore(one + other, DARKEST) & isMore(LIGHTEST, one + other))) | 0;
      }
    }
    if (count === 0) continue;
    const sigma = sigmaOf(VALUES, count);
    sigmas.push(sigma);
    if (uncut >= ENOUGH_CELLS * count) whole.push(uncut === count ? sigma : sigmaOf(WHOLE, uncut));
  }
  const rising = (a: number, b: number) => a - b;
  sigmas.sort(rising);
  const spread = [quantile(sigmas, CALM), quantile(sigmas, 0.5), quantile(sigmas, 0.85)] as const;
  const sigma = whole.length < ENOUGH_TILES * sigmas.length ? spread[0] : quantile(whole.sort(rising), CALM);
  return { sigma, spread };
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
