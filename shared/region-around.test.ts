import fc from 'fast-check';
import { expect, it } from 'vitest';
import { regionAround } from './region-around.js';
import { regionWithin } from './region-within.js';

const share = fc.double({ min: -1, max: 2, noNaN: true });

it('a region around others has all of them in it, and no room besides', () => {
  const [a, b] = [
    { x: 0.125, y: 0.5, width: 0.25, height: 0.25 },
    { x: 0.25, y: 0.25, width: 0.5, height: 0.125 },
  ];
  expect(regionAround([a])).toEqual(a);
  expect(regionAround([a, b])).toEqual({ x: 0.125, y: 0.25, width: 0.625, height: 0.5 });
  expect(regionAround([b, a])).toEqual(regionAround([a, b]));
});

it('a box between two corners ends where the picture does', () => {
  expect(regionWithin(0.25, 0.5, 0.75, 0.625)).toEqual({ x: 0.25, y: 0.5, width: 0.5, height: 0.125 });
  expect(regionWithin(-0.5, -1, 1.5, 2)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  fc.assert(
    fc.property(share, share, share, share, (left, top, right, bottom) => {
      const { x, y, width, height } = regionWithin(left, top, right, bottom);
      for (const edge of [x, y, x + width, y + height]) {
        expect(edge).toBeGreaterThanOrEqual(0);
        expect(edge).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
    { numRuns: 200 },
  );
});
