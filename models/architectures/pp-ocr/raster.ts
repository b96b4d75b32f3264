/** Pixels as the networks take them, and parts of them turned upright. */
import type { TurnedBox } from './turned-box.js';

/** RGB, interleaved. */
export interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

type Triple = readonly [number, number, number];

/** Planar, [3, height, width], blue first as the networks were trained; (value / 255 − mean) / std by plane. */
export function planes({ data, width, height }: Raster, mean: Triple, std: Triple): Float32Array {
  const size = width * height;
  const values = new Float32Array(3 * size);
  for (let plane = 0; plane < 3; plane++)
    for (let at = 0; at < size; at++)
      values[plane * size + at] =
        ((data[at * 3 + 2 - plane] ?? 0) / 255 - (mean[plane] ?? 0)) / (std[plane] ?? 1);
  return values;
}

/**
 * What lies in `box`, upright and `height` pixels high; a box far higher than wide is writing from top to bottom, and is
 * laid on its side.
 */
export function upright(picture: Raster, box: TurnedBox, height: number, most: number): Raster {
  const stands = box.height >= 1.5 * box.width;
  const [long, short] = stands ? [box.height, box.width] : [box.width, box.height];
  const width = Math.max(8, Math.min(most, Math.round((height * long) / Math.max(1, short))));
  const turn = stands ? box.angle + Math.PI / 2 : box.angle;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [stepX, stepY] = [long / width, short / height];
  // Where it shrinks, each pixel is the mean of several.
  const [timesX, timesY] = [Math.max(1, Math.round(stepX)), Math.max(1, Math.round(stepY))];
  const data = new Uint8Array(3 * width * height);
  const sum = [0, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      sum.fill(0);
      for (let j = 0; j < timesY; j++)
        for (let i = 0; i < timesX; i++) {
          const u = (x + (i + 0.5) / timesX) * stepX - long / 2;
          const v = (y + (j + 0.5) / timesY) * stepY - short / 2;
          addAt(picture, box.centre.x + u * cos - v * sin, box.centre.y + u * sin + v * cos, sum);
        }
      for (let channel = 0; channel < 3; channel++)
        data[(y * width + x) * 3 + channel] = Math.round((sum[channel] ?? 0) / (timesX * timesY));
    }
  return { data, width, height };
}

/** Adds the colour at a place between pixels; beyond the edge, the edge's. */
function addAt({ data, width, height }: Raster, x: number, y: number, sum: number[]): void {
  const px = Math.min(width - 1, Math.max(0, x - 0.5));
  const py = Math.min(height - 1, Math.max(0, y - 0.5));
  const [left, top] = [Math.floor(px), Math.floor(py)];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [fx, fy] = [px - left, py - top];
  for (let channel = 0; channel < 3; channel++) {
    const of = (column: number, row: number) => data[(row * width + column) * 3 + channel] ?? 0;
    sum[channel] =
      (sum[channel] ?? 0) +
      (of(left, top) * (1 - fx) + of(right, top) * fx) * (1 - fy) +
      (of(left, bottom) * (1 - fx) + of(right, bottom) * fx) * fy;
  }
}
