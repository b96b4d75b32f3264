import type { Pixels } from './picture.js';
import type { Reused } from './reused.js';

/**
 * One value a pixel, row by row, 0–255 levels in 128ths of a level: whole numbers are compared and cut off without a
 * branch, and textures make processors guess branches wrongly.
 */
export interface Plane {
  readonly data: Int16Array;
  readonly width: number;
  readonly height: number;
}

/** In the units of a plane. */
export const LEVEL = 128;

/** Rec. 709 luma of the encoded values. */
export function lumaOf({ data, width, height }: Pixels, room?: Reused<Int16Array>): Plane {
  const luma = room?.of(width * height) ?? new Int16Array(width * height);
  // 0.2126, 0.7152 and 0.0722 of 2¹⁶, of which nine bits are cut off again.
  for (let i = 0, p = 0; i < luma.length; i++, p += 3)
    luma[i] = (13933 * (data[p] ?? 0) + 46871 * (data[p + 1] ?? 0) + 4732 * (data[p + 2] ?? 0) + 256) >> 9;
  return { data: luma, width, height };
}

/** Columns that lie side by side here are written in one pass, so that each line of the picture is read once. */
const BESIDE = 32;

/** Every `stride`th column from `first` on, each column's values one behind the other. */
export function columnsOf(
  { data, width, height }: Plane,
  first: number,
  stride: number,
  room: Reused<Int16Array>,
): Int16Array {
  const count = Math.max(0, Math.ceil((width - first) / stride));
  const columns = room.of(count * height);
  for (let from = 0; from < count; from += BESIDE) {
    const to = Math.min(count, from + BESIDE);
    for (let y = 0; y < height; y++) {
      const row = y * width + first;
      for (let c = from; c < to; c++) columns[c * height + y] = data[row + c * stride] ?? 0;
    }
  }
  return columns;
}

/** Area-averaged to exactly `width` × `height`, each no larger than the source. */
export function shrink(source: Pixels, width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * source.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * source.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * source.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * source.width) / width));
      let r = 0;
      let g = 0;
      let b = 0;
      for (let sy = top; sy < bottom; sy++) {
        for (let sx = left, p = (sy * source.width + left) * 3; sx < right; sx++, p += 3) {
          r += source.data[p] ?? 0;
          g += source.data[p + 1] ?? 0;
          b += source.data[p + 2] ?? 0;
        }
      }
      const count = (bottom - top) * (right - left);
      const o = (y * width + x) * 3;
      data[o] = r / count;
      data[o + 1] = g / count;
      data[o + 2] = b / count;
    }
  }
  return { data, width, height };
}

/** The value below which `share` (0–1) of a sorted list lies; 0 for an empty list. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return 0;
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const a = sorted[low] ?? 0;
  const b = sorted[Math.min(sorted.length - 1, low + 1)] ?? a;
  return a + (b - a) * (at - low);
}
