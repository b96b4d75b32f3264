import { someRegion } from '@testing/regions.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Region } from './records/index.js';
import { LEAST, movedRegion, type Point, resizedRegion, SIDES } from './region-shaping.js';

const way: fc.Arbitrary<Point> = fc.record({
  x: fc.double({ min: -2, max: 2, noNaN: true }),
  y: fc.double({ min: -2, max: 2, noNaN: true }),
});
/** Of rounding. */
const HAIR = 2e-4;

const isWithin = ({ x, y, width, height }: Region): boolean =>
  x >= 0 &&
  y >= 0 &&
  x + width <= 1 + HAIR &&
  y + height <= 1 + HAIR &&
  width >= LEAST - HAIR &&
  height >= LEAST - HAIR;

describe('a region', () => {
  it('stays within the picture and large enough to be held, however it is moved and drawn', () => {
    fc.assert(
      fc.property(someRegion, way, fc.constantFrom(...SIDES), (box, by, sides) => {
        expect(isWithin(movedRegion(box, by))).toBe(true);
        expect(isWithin(resizedRegion(box, sides, by))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its size when it is moved, and its other sides when one is', () => {
    fc.assert(
      fc.property(someRegion, way, fc.constantFrom(...SIDES), (box, by, sides) => {
        const gone = movedRegion(box, by);
        expect([gone.width, gone.height].map((one) => one.toFixed(3))).toEqual(
          [box.width, box.height].map((one) => (Math.round(one * 1e4) / 1e4).toFixed(3)),
        );
        const other = resizedRegion(box, sides, by);
        if (!sides.includes('w')) expect(other.x).toBeCloseTo(box.x, 3);
        if (!sides.includes('n')) expect(other.y).toBeCloseTo(box.y, 3);
        if (!sides.includes('e')) expect(other.x + other.width).toBeCloseTo(box.x + box.width, 3);
        if (!sides.includes('s')) expect(other.y + other.height).toBeCloseTo(box.y + box.height, 3);
      }),
      { numRuns: 300 },
    );
  });
});
