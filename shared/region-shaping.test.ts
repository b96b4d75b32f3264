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

  it('goes as far as it is moved, and no further than the edge', () => {
    const box = { x: 0.2, y: 0.4, width: 0.3, height: 0.2 };
    expect(movedRegion(box, { x: 0.1, y: -0.2 })).toEqual({ ...box, x: 0.3, y: 0.2 });
    expect(movedRegion(box, { x: 1, y: 1 })).toEqual({ ...box, x: 0.7, y: 0.8 });
    expect(movedRegion(box, { x: -1, y: -1 })).toEqual({ ...box, x: 0, y: 0 });
    expect(resizedRegion(box, 'nw', { x: -0.1, y: 0.1 })).toEqual({
      x: 0.1,
      y: 0.5,
      width: 0.4,
      height: 0.1,
    });
    expect(resizedRegion(box, 'se', { x: 0.1, y: -0.1 })).toEqual({ ...box, width: 0.4, height: 0.1 });
    // Drawn past its other side it is as small as it may be, and there.
    expect(resizedRegion(box, 'nw', { x: 1, y: 1 })).toEqual({
      x: 0.49,
      y: 0.59,
      width: LEAST,
      height: LEAST,
    });
    expect(resizedRegion(box, 'se', { x: -1, y: -1 })).toEqual({ ...box, width: LEAST, height: LEAST });
    expect(resizedRegion(box, 'nw', { x: -1, y: -1 })).toEqual({ x: 0, y: 0, width: 0.5, height: 0.6 });
    expect(resizedRegion(box, 'se', { x: 1, y: 1 })).toEqual({ ...box, width: 0.8, height: 0.6 });
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
