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

/** Every `stride`th column from `first` on, each column's values one behind the other. */
export function columnsOf(
  { data, width, height }: Plane,
  first: number,
  stride: number,
  room: Reused<Int16Array>,
): Int16Array {
  const count = Math.max(0, Math.ceil((width - first) / stride));
  const columns = room.of(count * height);
  // Line by line: the picture is read in the order in which it lies, and once.
  for (let y = 0; y < height; y++) {
    const row = y * width + first;
    for (let c = 0; c < count; c++) columns[c * height + y] = data[row + c * stride] ?? 0;
  }
  return columns;
}

/** What the three channels of a picture add up to above and left of each of its corners, three values each, row by row. */
export interface Sums {
  readonly data: Int32Array;
  /** Of the picture. */
  readonly width: number;
  readonly height: number;
}

/** Of a picture of at most eight megapixels: more of them add up to more than 31 bits hold. */
export function sumsOf({ data, width, height }: Pixels, room: Reused<Int32Array>): Sums {
  const line = 3 * (width + 1);
  const sums = room.of(line * (height + 1));
  sums.fill(0, 0, line);
  for (let y = 0, p = 0, o = line; y < height; y++) {
    let r = 0;
    let g = 0;
    let b = 0;
    sums[o] = 0;
    sums[o + 1] = 0;
    sums[o + 2] = 0;
    o += 3;
    for (const end = p + 3 * width; p < end; p += 3, o += 3) {
      r = (r + (data[p] ?? 0)) | 0;
      g = (g + (data[p + 1] ?? 0)) | 0;
      b = (b + (data[p + 2] ?? 0)) | 0;
      sums[o] = r + (sums[o - line] ?? 0);
      sums[o + 1] = g + (sums[o - line + 1] ?? 0);
      sums[o + 2] = b + (sums[o - line + 2] ?? 0);
    }
  }
  return { data: sums, width, height };
}

/** Area-averaged to exactly `width` × `height`, each no larger than the source. */
export function shrink(
  { data: sums, width: wide, height: high }: Sums,
  width: number,
  height: number,
): Pixels {
  const data = new Uint8Array(width * height * 3);
  const line = 3 * (wide + 1);
  for (let y = 0, o = 0; y < height; y++) {
    const top = Math.floor((y * high) / height);
    const bottom = Math.floor(((y + 1) * high) / height);
    for (let x = 0; x < width; x++, o += 3) {
      const left = Math.floor((x * wide) / width);
      const right = Math.floor(((x + 1) * wide) / width);
      const count = (bottom - top) * (right - left);
      for (let channel = 0; channel < 3; channel++) {
        const a =
          (sums[top * line + 3 * left + channel] ?? 0) + (sums[bottom * line + 3 * right + channel] ?? 0);
        const b =
          (sums[top * line + 3 * right + channel] ?? 0) + (sums[bottom * line + 3 * left + channel] ?? 0);
        data[o + channel] = (a - b) / count;
      }
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
