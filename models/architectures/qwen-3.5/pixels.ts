/**
 * The picture as Qwen3.5 takes it, in the published processor's numbers: in its own proportion, in patches, those that
 * are merged into one feature beside one another. A still stands for two equal pictures in time.
 */
import type { Region } from '@shared/records/index.js';
import sharp from 'sharp';
import { readPicture } from '../../judge/index.js';

export interface PatchPreparation {
  /** Side of a patch, pixels. */
  readonly size: number;
  readonly resize: 'patches';
  /** So many patches along each side of a square are merged. */
  readonly merge: number;
  /** Fewest and most pixels of the picture, as it is scaled. */
  readonly least: number;
  readonly most: number;
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

export interface PatchPicture {
  /** [rows × columns, 3 × 2 × size × size], normalised. */
  readonly pixels: Float32Array;
  /** In patches. */
  readonly rows: number;
  readonly columns: number;
}

/** Pictures in time that a patch reaches over. */
const TIMES = 2;

/** Pixels of the scaled picture: multiples of a merged square, within the bounds, the proportion as near as that allows. */
export function scaledTo(
  width: number,
  height: number,
  { size, merge, least, most }: Pick<PatchPreparation, 'size' | 'merge' | 'least' | 'most'>,
): { width: number; height: number } {
  const step = size * merge;
  const sides = (round: (squares: number) => number, by: number) => ({
    width: Math.max(1, round((width * by) / step)) * step,
    height: Math.max(1, round((height * by) / step)) * step,
  });
  const near = sides(halfToEven, 1);
  const area = near.width * near.height;
  if (area > most) return sides(Math.floor, Math.sqrt(most / (width * height)));
  return area < least ? sides(Math.ceil, Math.sqrt(least / (width * height))) : near;
}

const halfToEven = (value: number): number => {
  const whole = Math.floor(value);
  const rest = value - whole;
  return rest > 0.5 || (rest === 0.5 && whole % 2 === 1) ? whole + 1 : whole;
};

/** Throws IMAGE_UNREADABLE. */
export async function patchPicture(
  file: string,
  preparation: PatchPreparation,
  region: Region | null = null,
): Promise<PatchPicture> {
  const { data, width, height, channels } = await readPicture(file, region, async (picture) => {
    const { data: whole, info: raw } = await picture.raw().toBuffer({ resolveWithObject: true });
    const to = scaledTo(raw.width, raw.height, preparation);
    const scaled = sharp(whole, { raw: { width: raw.width, height: raw.height, channels: raw.channels } })
      .resize(to.width, to.height, { fit: 'fill', kernel: 'cubic' })
      .raw();
    const { data: pixels, info } = await scaled.toBuffer({ resolveWithObject: true });
    return { ...to, data: pixels, channels: info.channels };
  });
  const { size, merge, mean, std } = preparation;
  const [rows, columns] = [height / size, width / size];
  const pixels = new Float32Array(TIMES * 3 * width * height);
  let to = 0;
  for (const [row, column] of inSquares(rows, columns, merge))
    for (let channel = 0; channel < 3; channel++) {
      const source = channels >= 3 ? channel : 0;
      const [m, s] = [mean[channel] ?? 0, std[channel] ?? 1];
      const first = to;
      for (let y = row * size; y < (row + 1) * size; y++)
        for (let x = column * size; x < (column + 1) * size; x++)
          pixels[to++] = ((data[(y * width + x) * channels + source] ?? 0) / 255 - m) / s;
      pixels.copyWithin(to, first, to);
      to += to - first;
    }
  return { pixels, rows, columns };
}

/** Row and column of each patch, square by square. */
function* inSquares(rows: number, columns: number, merge: number): Generator<[row: number, column: number]> {
  for (let top = 0; top < rows; top += merge)
    for (let left = 0; left < columns; left += merge)
      for (let row = top; row < top + merge; row++)
        for (let column = left; column < left + merge; column++) yield [row, column];
}
