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
