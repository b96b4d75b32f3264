import { expect, it } from 'vitest';
import { lineFeatures } from './line-features.js';
import { LEVEL } from './planes.js';

const [WIDTH, HEIGHT] = [20, 12];
/** Quantiles of the slope, and where they are among the features. */
const [QUANTILES, FROM] = [[0.3, 0.5, 0.7, 0.9], 3];

/** A plane that rises by so many levels from pixel to pixel across and down. */
function rising(across: number, down: number) {
  const at = (x: number, y: number) => Math.round((across * x + down * y) * LEVEL);
  const data = Int16Array.from({ length: WIDTH * HEIGHT }, (_, i) => at(i % WIDTH, Math.floor(i / WIDTH)));
  return { data, width: WIDTH, height: HEIGHT };
}

// The slope is taken over two pixels each way, and counted in whole levels.
it.each([
  [0, 0, 0],
  [1, 0, 2],
  [0, 2.5, 5],
  [3, 4, 10],
  [3, 3.99, 9],
  [2.49, 0, 4],
  [5, 12, 26],
])('a plane that rises by %f and %f has a slope of %i everywhere', (across, down, slope) => {
  const features = lineFeatures(rising(across, down)).slice(FROM, FROM + QUANTILES.length);
  for (const [at, share] of QUANTILES.entries())
    expect(features[at]).toBeCloseTo(Math.log10(slope + share + 1), 9);
});
