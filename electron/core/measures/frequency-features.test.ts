import { expect, it } from 'vitest';
import { frequencyFeatures } from './frequency-features.js';
import { LEVEL, type Plane } from './planes.js';

/** The window that is transformed, in pixels. */
const SIZE = 128;
const BANDS = 9;

/** Of waves in levels, by place. */
const plane = (width: number, height: number, at: (x: number, y: number) => number): Plane => ({
  data: Int16Array.from({ length: width * height }, (_, i) =>
    Math.round(LEVEL * (128 + at(i % width, Math.floor(i / width)))),
  ),
  width,
  height,
});
/** So many periods in a window, along x, y or both. */
const wave = (periods: number, along: number) => 40 * Math.sin((2 * Math.PI * periods * along) / SIZE);
const shareOf = (features: readonly number[], band: number) => 10 ** (features[band] ?? Number.NaN);

it('puts the power of a wave into its half-octave, in one window as in several', () => {
  // 3 √2^n periods begin band n; the last is open.
  for (const [periods, band] of [
    [3, 0],
    [6, 2],
    [7, 2],
    [12, 4],
    [24, 6],
    [60, 8],
  ] as const)
    for (const [width, height] of [
      [SIZE, SIZE],
      [3 * SIZE, SIZE],
      [5 * SIZE, 2 * SIZE],
    ] as const) {
      const features = frequencyFeatures(plane(width, height, (x) => wave(periods, x)));
      expect(features).toHaveLength(BANDS + 2);
      const largest = features
        .slice(0, BANDS)
        .reduce((best, one, i, all) => (one > (all[best] ?? 0) ? i : best), 0);
      expect([largest, shareOf(features, band) > 0.6], `${periods} in ${width} × ${height}`).toEqual([
        band,
        true,
      ]);
    }
});

it('takes the mean of windows all over the picture', () => {
  const halves = frequencyFeatures(plane(4 * SIZE, SIZE, (x) => wave(x < 2 * SIZE ? 6 : 24, x)));
  expect(shareOf(halves, 2)).toBeGreaterThan(0.3);
  expect(shareOf(halves, 6)).toBeGreaterThan(0.3);
  // The last of three, which goes into the transform alone, counts as much as the others.
  const third = frequencyFeatures(plane(3 * SIZE, SIZE, (x) => wave(x < 2 * SIZE ? 6 : 24, x)));
  expect(shareOf(third, 6) / shareOf(third, 2)).toBeCloseTo(0.5, 1);
});

it('tells waves along the axes from slanting ones, and falling spectra from rising ones', () => {
  const axes = (of: (x: number, y: number) => number) => frequencyFeatures(plane(SIZE, SIZE, of)).at(-1) ?? 0;
  expect(axes((x) => wave(24, x))).toBeGreaterThan(1);
  expect(axes((_, y) => wave(24, y))).toBeGreaterThan(1);
  expect(axes((x, y) => wave(17, x + y))).toBeLessThan(-1);
  const slope = (of: (x: number) => number) => frequencyFeatures(plane(SIZE, SIZE, of)).at(-2) ?? 0;
  expect(slope((x) => wave(3, x))).toBeLessThan(0);
  expect(slope((x) => wave(60, x))).toBeGreaterThan(0);
});

it('says nothing of a picture that has no room for a window', () => {
  for (const [width, height] of [
    [SIZE - 1, SIZE],
    [SIZE, SIZE - 1],
  ] as const)
    expect(frequencyFeatures(plane(width, height, (x) => wave(6, x)))).toEqual(Array(BANDS + 2).fill(0));
});
