/**
 * The picture as Phi-3.5-vision takes it: the HD transform of InternLM-XComposer2-4KHD (arXiv 2404.06512), in the
 * published processor's numbers. The picture is scaled so that it fills a grid of at most `tiles` tiles, white is
 * laid round it to the grid's edge, and the grid, shrunk to one tile, goes before its tiles.
 */
import type { Region } from '@shared/records/index.js';
import { readPicture } from '../../judge/index.js';
import { bicubic, bilinear, type Planes } from './resample.js';

export interface HdPreparation {
  /** Side of a tile, pixels. */
  readonly size: number;
  readonly resize: 'hd';
  /** At most so many tiles, the one of the whole not counted. */
  readonly tiles: number;
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

export interface HdPicture {
  /** [1 + tiles, 3, size, size], normalised: the whole, the tiles row by row, then zeros. */
  readonly pixels: Float32Array;
  /** Of the grid, pixels: multiples of `size`. */
  readonly height: number;
  readonly width: number;
}

interface Layout {
  /** Of the picture on the grid. */
  readonly width: number;
  readonly height: number;
  /** In tiles. */
  readonly columns: number;
  readonly rows: number;
}

/** Where a picture of `width` × `height` goes. The longer side fills the grid; the shorter is centred. */
export function layOut(
  width: number,
  height: number,
  { size, tiles }: Pick<HdPreparation, 'size' | 'tiles'>,
): Layout {
  const ratio = Math.max(width, height) / Math.min(width, height);
  let along = 1;
  while ((along + 1) * Math.ceil((along + 1) / ratio) <= tiles) along++;
  const long = along * size;
  const short = Math.max(1, Math.floor(long / ratio));
  const across = Math.ceil(short / size);
  return width < height
    ? { width: short, height: long, columns: across, rows: along }
    : { width: long, height: short, columns: along, rows: across };
}

/** Throws IMAGE_UNREADABLE. */
export async function hdPicture(
  file: string,
  preparation: HdPreparation,
  region: Region | null = null,
): Promise<HdPicture> {
  const { size, tiles } = preparation;
  const { data, info } = await readPicture(file, region, (picture) =>
    picture.raw().toBuffer({ resolveWithObject: true }),
  );
  const layout = layOut(info.width, info.height, preparation);
  const scaled = bilinear(planesOf(data, info), layout);
  const grid = laidOnWhite(scaled, layout, preparation);
  const pixels = new Float32Array((1 + tiles) * 3 * size * size);
  pixels.set(bicubic(grid, { width: size, height: size }).values);
  cut(grid, size, pixels.subarray(3 * size * size));
  return { pixels, height: grid.height, width: grid.width };
}

interface Raw {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** One channel of grey stands for all three. */
function planesOf(bytes: Buffer, { width, height, channels }: Raw): Planes<Uint8ClampedArray> {
  const area = width * height;
  const values = new Uint8ClampedArray(3 * area);
  for (let channel = 0; channel < 3; channel++) {
    const source = channels >= 3 ? channel : 0;
    for (let at = 0; at < area; at++) values[channel * area + at] = bytes[at * channels + source] ?? 0;
  }
  return { values, width, height };
}

/** The picture in the middle of its grid, each value (value / 255 - mean) / std. */
function laidOnWhite(
  { values, width, height }: Planes<Uint8ClampedArray>,
  { columns, rows }: Layout,
  { size, mean, std }: HdPreparation,
): Planes<Float32Array> {
  const grid = { width: columns * size, height: rows * size };
  const left = Math.floor((grid.width - width) / 2);
  const top = Math.floor((grid.height - height) / 2);
  const area = grid.width * grid.height;
  const out = new Float32Array(3 * area);
  for (let channel = 0; channel < 3; channel++) {
    const normal = (value: number) => (value / 255 - (mean[channel] ?? 0)) / (std[channel] ?? 1);
    out.fill(normal(255), channel * area, (channel + 1) * area);
    for (let y = 0; y < height; y++) {
      const from = (channel * height + y) * width;
      const to = channel * area + (top + y) * grid.width + left;
      for (let x = 0; x < width; x++) out[to + x] = normal(values[from + x] ?? 0);
    }
  }
  return { values: out, ...grid };
}

/** The tiles of a grid, row by row, each [3, size, size]. */
function cut({ values, width, height }: Planes<Float32Array>, size: number, out: Float32Array): void {
  let to = 0;
  for (let top = 0; top < height; top += size)
    for (let left = 0; left < width; left += size)
      for (let channel = 0; channel < 3; channel++)
        for (let y = top; y < top + size; y++) {
          const from = (channel * height + y) * width + left;
          out.set(values.subarray(from, from + size), to);
          to += size;
        }
}
