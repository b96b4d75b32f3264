/** What simpler means see: one score a frame, higher = stands out more. Pictures only, no words. */
import { median } from '@shared/median.js';
import sharp from 'sharp';

const WIDTH = 64;
const HEIGHT = 36;
const BINS = 8;

/** RGB bytes, 64 × 36. */
const small = (picture: Buffer): Promise<Buffer> =>
  sharp(picture).removeAlpha().resize(WIDTH, HEIGHT, { fit: 'fill' }).raw().toBuffer();

export interface BaselineScores {
  readonly 'perceptual hash': number[];
  readonly 'colour histogram': number[];
  readonly 'SSIM to neighbour': number[];
  readonly 'previous frame': number[];
  readonly sharpness: number[];
  readonly brightness: number[];
}

/** A picture that cannot be opened stands out by every mean: infinite. */
export async function baselinesOf(pictures: readonly Buffer[]): Promise<BaselineScores> {
  const isOpen = await Promise.all(
    pictures.map((picture) =>
      small(picture).then(
        () => true,
        () => false,
      ),
    ),
  );
  const scores = await scoresOf(pictures.filter((_, i) => isOpen[i]));
  const places = isOpen.map((open, i) => (open ? isOpen.slice(0, i).filter(Boolean).length : -1));
  return Object.fromEntries(
    Object.entries(scores).map(([name, values]) => [
      name,
      places.map((at) => (at < 0 ? Number.POSITIVE_INFINITY : (values[at] as number))),
    ]),
  ) as unknown as BaselineScores;
}

async function scoresOf(pictures: readonly Buffer[]): Promise<BaselineScores> {
  const frames = await Promise.all(pictures.map(small));
  const greys = frames.map(greyOf);
  const hashes = await Promise.all(pictures.map(differenceHash));
  const histograms = frames.map(histogramOf);
  const others = <T>(all: readonly T[], i: number): T[] => all.filter((_, j) => j !== i);
  return {
    // How unlike any other frame: the distance to the nearest.
    'perceptual hash': hashes.map((hash, i) =>
      Math.min(...others(hashes, i).map((one) => bitsApart(hash, one))),
    ),
    'colour histogram': histograms.map((own, i) => chiSquare(own, meanOf(others(histograms, i)))),
    'SSIM to neighbour': greys.map((own, i) => {
      const near = [greys[i - 1], greys[i + 1]].filter((one) => one !== undefined);
      return 1 - Math.max(...near.map((one) => ssim(own, one)));
    }),
    'previous frame': frames.map((own, i) => meanDifference(own, frames[i - 1] ?? (frames[1] as Buffer))),
    sharpness: fromMedian(await Promise.all(pictures.map(edges))),
    brightness: fromMedian(greys.map((grey) => grey.reduce((sum, value) => sum + value, 0) / grey.length)),
  };
}

const fromMedian = (values: readonly number[]): number[] => {
  const middle = median(values);
  return values.map((value) => Math.abs(value - middle));
};

/** Logarithm of the variance of the Laplacian in the picture's own pixels (Pech-Pacheco and others 2000). */
async function edges(picture: Buffer): Promise<number> {
  const { channels } = await sharp(picture)
    .greyscale()
    .convolve({ width: 3, height: 3, kernel: [0, 1, 0, 1, -4, 1, 0, 1, 0], offset: 128 })
    .stats();
  return Math.log10(1e-3 + (channels[0]?.stdev ?? 0) ** 2);
}

const greyOf = (rgb: Buffer): number[] =>
  Array.from({ length: rgb.length / 3 }, (_, i) => {
    const [r = 0, g = 0, b = 0] = rgb.subarray(i * 3, i * 3 + 3);
    return 0.299 * r + 0.587 * g + 0.114 * b;
  });

/** 64 bits: is each of 9 × 8 grey cells darker than the one to its right? */
async function differenceHash(picture: Buffer): Promise<boolean[]> {
  const cells = await sharp(picture).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer();
  return Array.from({ length: 64 }, (_, i) => {
    const at = Math.floor(i / 8) * 9 + (i % 8);
    return (cells[at] ?? 0) < (cells[at + 1] ?? 0);
  });
}

const bitsApart = (a: readonly boolean[], b: readonly boolean[]): number =>
  a.filter((bit, i) => bit !== b[i]).length;

function histogramOf(rgb: Buffer): number[] {
  const bins = new Array<number>(BINS ** 3).fill(0);
  const bin = (value = 0): number => Math.floor((value * BINS) / 256);
  for (let i = 0; i < rgb.length; i += 3) {
    const at = (bin(rgb[i]) * BINS + bin(rgb[i + 1])) * BINS + bin(rgb[i + 2]);
    bins[at] = (bins[at] ?? 0) + 3 / rgb.length;
  }
  return bins;
}

const meanOf = (all: readonly number[][]): number[] =>
  (all[0] ?? []).map((_, i) => all.reduce((total, one) => total + (one[i] ?? 0), 0) / all.length);

const chiSquare = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, value, i) => total + (value - (b[i] ?? 0)) ** 2 / Math.max(1e-9, value + (b[i] ?? 0)), 0);

const meanDifference = (a: Buffer, b: Buffer): number =>
  a.reduce((total, value, i) => total + Math.abs(value - (b[i] ?? 0)), 0) / a.length;

/** Over the whole picture at once (Wang and others 2004, one window). */
function ssim(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const va = mean(a.map((value) => (value - ma) ** 2));
  const vb = mean(b.map((value) => (value - mb) ** 2));
  const both = mean(a.map((value, i) => (value - ma) * ((b[i] ?? 0) - mb)));
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  return ((2 * ma * mb + c1) * (2 * both + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
}
