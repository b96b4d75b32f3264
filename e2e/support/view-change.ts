/** Two pictures of a window, compared in blocks: small enough to be kept, and close enough that a moved button shows. */
import sharp, { type Sharp } from 'sharp';

/** Of the window's own size: half of it is kept. */
const KEPT = 2;
/** Pixels of what is kept to a side of a block. */
const BLOCK = 8;
/** Levels that a block may differ by on the mean: what keeping it adds, and rounding. */
const MOST = 12;

export interface Seen {
  /** Levels of lightness, row by row. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Change {
  /** CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** Mean difference of the block that differs most, 0–255. */
  readonly levels: number;
}

/** Half as wide and high, in grey. */
export async function smaller(png: Buffer): Promise<Seen> {
  const { width = 0 } = await sharp(png).metadata();
  return grey(sharp(png).resize({ width: Math.round(width / KEPT), kernel: 'linear' }));
}

async function grey(picture: Sharp): Promise<Seen> {
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** As it lies in the repository. */
export const kept = ({ data, width, height }: Seen): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .webp({ quality: 55, effort: 6 })
    .toBuffer();

/** Where they differ most; null where they are alike. */
export async function mostChanged(seen: Seen, before: Buffer): Promise<Change | null> {
  const was = await grey(sharp(before));
  if (was.width !== seen.width || was.height !== seen.height) return { x: 0, y: 0, levels: 255 };
  let most: Change | null = null;
  for (let top = 0; top < seen.height; top += BLOCK)
    for (let left = 0; left < seen.width; left += BLOCK) {
      const levels = differenceIn(seen, was, left, top);
      if (levels > Math.max(MOST, most?.levels ?? 0)) most = { x: left * KEPT, y: top * KEPT, levels };
    }
  return most;
}

function differenceIn(a: Seen, b: Seen, left: number, top: number): number {
  let sum = 0;
  let count = 0;
  for (let y = top; y < Math.min(a.height, top + BLOCK); y++)
    for (let x = left; x < Math.min(a.width, left + BLOCK); x++, count++)
      sum += Math.abs((a.data[y * a.width + x] ?? 0) - (b.data[y * a.width + x] ?? 0));
  return sum / Math.max(1, count);
}
