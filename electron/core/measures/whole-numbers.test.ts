import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMore, lesser, signed, sizeOf } from './whole-numbers.js';

/** Differences of differences of what a plane holds are no larger. */
const value = fc.integer({ min: -(2 ** 20), max: 2 ** 20 });

it('says without a branch what the usual words for it say', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [a, b] = [Math.abs(one), Math.abs(other)];
      expect(sizeOf(one)).toBe(a);
      expect(lesser(a, b)).toBe(Math.min(a, b));
      expect(signed(a, other)).toBe(other < 0 ? 0 - a : a);
      expect(isMore(one, other)).toBe(one > other ? 1 : 0);
    }),
    { numRuns: 1000 },
  );
});
