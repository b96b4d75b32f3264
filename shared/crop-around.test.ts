import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cropAround } from './crop-around.js';

const size = fc.record({
  width: fc.integer({ min: 1, max: 8000 }),
  height: fc.integer({ min: 1, max: 8000 }),
});

it('never shows more than a picture or less than its crop', () => {
  const part = fc.double({ min: 0, max: 0.7, noNaN: true });
  const extent = fc.double({ min: 0.02, max: 0.3, noNaN: true });
  fc.assert(
    fc.property(
      part,
      part,
      extent,
      extent,
      size,
      fc.double({ min: 0.5, max: 3, noNaN: true }),
      (x, y, width, height, picture, aspect) => {
        const crop = cropAround({ x, y, width, height }, picture, aspect);
        expect(crop.x).toBeGreaterThanOrEqual(0);
        expect(crop.y).toBeGreaterThanOrEqual(0);
        expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-9);
        const shape = (crop.width * picture.width) / (crop.height * picture.height);
        expect(shape / aspect).toBeCloseTo(1, 5);
      },
    ),
    { numRuns: 200 },
  );
});

it.each([
  ['a square part of a wide picture to its own shape', 0.4, 1600, 900, 16 / 9, [0.35, 0.35, 0.3, 0.3]],
  ['as of a usual picture where its size is not known', 0.4, 0, 0, 16 / 9, [0.35, 0.35, 0.3, 0.3]],
  ['as of a usual picture where its width is not known', 0.4, 0, 900, 16 / 9, [0.35, 0.35, 0.3, 0.3]],
  ['as of a usual picture where its height is not known', 0.4, 900, 0, 16 / 9, [0.35, 0.35, 0.3, 0.3]],
  ['to twice as wide a shape', 0.4, 1000, 1000, 2, [0.2, 0.35, 0.6, 0.3]],
  ['to half as wide a shape', 0.4, 1000, 1000, 0.5, [0.35, 0.2, 0.3, 0.6]],
  ['within the picture', 0.7, 1000, 1000, 2, [0.4, 0.65, 0.6, 0.3]],
] as const)('cuts %s', (_, at, width, height, aspect, [x, y, w, h]) => {
  const crop = cropAround({ x: at, y: at, width: 0.2, height: 0.2 }, { width, height }, aspect);
  expect(crop.x).toBeCloseTo(x);
  expect(crop.y).toBeCloseTo(y);
  expect(crop.width).toBeCloseTo(w);
  expect(crop.height).toBeCloseTo(h);
});
