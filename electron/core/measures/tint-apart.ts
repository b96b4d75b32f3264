/** By how much more than light the two sides of a line differ. */
import type { Pixels } from './picture.js';
import { takeMedian } from './robust.js';
import type { Lines } from './steps-along.js';

/** Of the pixels along the line, each so many is looked at. */
const EVERY = 2;
/** Pixels of each side, counted from the last before the line and the first beyond it; the nearest are left out. */
const SIDE = [1, 2, 3] as const;
/** Pairs of channels: light alone changes both alike. */
const PAIRS = [
  [0, 1],
  [2, 1],
  [0, 2],
] as const;

/**
 * Levels by which two channels change differently across the line before place `at`, by the median along it: 0 where
 * one side is merely lighter, more where the sides are of two colours. `lines` are those of the picture's luma.
 */
export function tintApart({ lines, apart, step }: Lines, { data }: Pick<Pixels, 'data'>, at: number): number {
  const differences = PAIRS.map(() => new Float64Array(Math.ceil(lines / EVERY)));
  for (let line = 0; line < lines; line += EVERY) {
    const i = line * apart + at * step;
    const changes = [0, 1, 2].map((channel) => {
      let change = 0;
      for (const far of SIDE)
        change +=
          (data[3 * (i + far * step) + channel] ?? 0) - (data[3 * (i - (far + 1) * step) + channel] ?? 0);
      return change / SIDE.length;
    });
    for (const [pair, [one, other]] of PAIRS.entries())
      (differences[pair] as Float64Array)[line / EVERY] = (changes[one] ?? 0) - (changes[other] ?? 0);
  }
  return Math.max(...differences.map((values) => Math.abs(takeMedian(values))));
}
