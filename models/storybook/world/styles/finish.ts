import { rgbOf } from '../colour.js';
import { field, type Tile, tileOf } from './texture.js';

/**
 * What happens to the sheet after rasterising. Works in place on RGB bytes. `seed` shifts the paper under
 * the drawing. Textures are made for the size asked for, so that a small picture looks like the large one
 * scaled down.
 */
export type Finish = (pixels: Uint8Array, width: number, height: number, seed: number) => void;

/** Where the tile starts for a seed, in tile pixels. */
const shift = (tile: Tile, seed: number): readonly [number, number] => [
  seed % tile.width,
  Math.floor(seed / 613) % tile.height,
];

/** Rounds and clamps on writing. */
const clamped = (pixels: Uint8Array) =>
  new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);

/** Paper grain, uneven pigment and a darker rim; amounts are shares of the pixel's value. */
export function washedPaper(amounts: { grain: number; mottle: number; vignette: number }): Finish {
  return (pixels, width, height, seed) => {
    const out = clamped(pixels);
    const grain = tileOf('grain', width, height);
    const mottle = tileOf('mottle', width, height);
    const rim = field('rim', width, height);
    const [gx, gy] = shift(grain, seed);
    const grainStep = amounts.grain / 128;
    const mottleStep = amounts.mottle / 128;
    const base = 1 - amounts.grain - amounts.mottle;
    let i = 0;
    for (let y = 0; y < height; y++) {
      const row = ((y + gy) % grain.height) * grain.width;
      let column = gx;
      for (let x = 0; x < width; x++) {
        const at = row + column;
        const paper = base + (grain.values[at] ?? 128) * grainStep + (mottle.values[at] ?? 128) * mottleStep;
        const factor = paper * (1 - (rim[y * width + x] ?? 0) * (amounts.vignette / 255));
        out[i] = (out[i] ?? 0) * factor;
        out[i + 1] = (out[i + 1] ?? 0) * factor;
        out[i + 2] = (out[i + 2] ?? 0) * factor;
        i += 3;
        if (++column === grain.width) column = 0;
      }
    }
  };
}

/** Pen hatching where the washes are dark, cross-hatching where they are darker still. */
export function hatchedInk({ ink, grain: grainAmount }: { ink: string; grain: number }): Finish {
  const [inkR, inkG, inkB] = rgbOf(ink);
  // How strongly each of the two hatchings is drawn over a wash of this luma.
  const first = Float32Array.from(
    { length: 256 },
    (_, level) => Math.max(0, Math.min(0.5, (150 - level) / 110)) / 255,
  );
  const second = Float32Array.from(
    { length: 256 },
    (_, level) => Math.max(0, Math.min(0.42, (84 - level) / 80)) / 255,
  );
  return (pixels, width, height, seed) => {
    const out = clamped(pixels);
    const grain = tileOf('grain', width, height);
    const hatch = tileOf('hatch', width, height);
    const cross = tileOf('cross', width, height);
    const [gx, gy] = shift(grain, seed);
    const step = grainAmount / 128;
    let i = 0;
    for (let y = 0; y < height; y++) {
      const row = ((y + gy) % grain.height) * grain.width;
      let column = gx;
      for (let x = 0; x < width; x++) {
        const at = row + column;
        const r = out[i] ?? 0;
        const g = out[i + 1] ?? 0;
        const b = out[i + 2] ?? 0;
        const level = (54 * r + 183 * g + 19 * b) >> 8;
        const one = (hatch.values[at] ?? 0) * (first[level] ?? 0);
        const two = (cross.values[at] ?? 0) * (second[level] ?? 0);
        const line = Math.max(one, two);
        const factor = 1 - grainAmount + (grain.values[at] ?? 128) * step;
        out[i] = (r + (inkR - r) * line) * factor;
        out[i + 1] = (g + (inkG - g) * line) * factor;
        out[i + 2] = (b + (inkB - b) * line) * factor;
        i += 3;
        if (++column === grain.width) column = 0;
      }
    }
  };
}

/** Strokes that leave paper bare between them, and a ragged margin of bare paper (`margin` in canvas units). */
export function pencilStrokes({
  paper,
  lift,
  margin,
}: {
  paper: string;
  lift: number;
  margin: number;
}): Finish {
  const [paperR, paperG, paperB] = rgbOf(paper);
  return (pixels, width, height, seed) => {
    const out = clamped(pixels);
    const strokes = tileOf('strokes', width, height);
    const edge = field('edge', width, height);
    const [gx, gy] = shift(strokes, seed);
    let i = 0;
    for (let y = 0; y < height; y++) {
      const row = ((y + gy) % strokes.height) * strokes.width;
      let column = gx;
      for (let x = 0; x < width; x++) {
        const gap = (strokes.values[row + column] ?? 0) / 255;
        const inside = (edge[y * width + x] ?? 255) / margin;
        let share = gap * lift;
        // The margin ends where the strokes end: bare at the rim, full one margin further in.
        if (inside < 2) share = Math.max(share, Math.min(1, 1.35 - inside + (gap - 0.4) * 1.3));
        const r = out[i] ?? 0;
        const g = out[i + 1] ?? 0;
        const b = out[i + 2] ?? 0;
        out[i] = r + (paperR - r) * share;
        out[i + 1] = g + (paperG - g) * share;
        out[i + 2] = b + (paperB - b) * share;
        i += 3;
        if (++column === strokes.width) column = 0;
      }
    }
  };
}
