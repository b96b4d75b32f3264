/** Pictures as their pixels, for putting a part of one into another. */
import { openPicture } from '@core/measures/index.js';
import type { Size } from '@shared/mask/index.js';

/** Upright 8-bit sRGB with transparency, four bytes a pixel, row by row. */
export interface Pixels extends Size {
  readonly data: Buffer;
}

/** A file, or its bytes; scaled where it is of another size than the one asked for. */
export async function pixelsOf(source: string | Buffer, size?: Size): Promise<Pixels> {
  const upright = openPicture(source).autoOrient().toColourspace('srgb').ensureAlpha();
  const sized = size ? upright.resize({ ...size, fit: 'fill' }) : upright;
  const { data, info } = await sized.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Pixels looked at before whoever waits for the thread gets a turn: about 5 ms. */
const SLICE = 500_000;

/** Calls `each` with every pixel's number. */
export async function eachPixel({ width, height }: Size, each: (pixel: number) => void): Promise<void> {
  const count = width * height;
  for (let from = 0; from < count; from += SLICE) {
    const end = Math.min(count, from + SLICE);
    for (let pixel = from; pixel < end; pixel++) each(pixel);
    if (end < count) await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
