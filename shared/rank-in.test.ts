import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankBy, rankIn } from './rank-in.js';

it('counts the smaller ones of a sorted list, of numbers and of what is sorted by one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: -1, max: 10 }), (list, value) => {
      const sorted = list.sort((a, b) => a - b);
      const smaller = sorted.filter((one) => one < value).length;
      expect(rankIn(sorted, value)).toBe(smaller);
      expect(
        rankBy(
          sorted.map((at) => ({ at })),
          value,
          ({ at }) => at,
        ),
      ).toBe(smaller);
    }),
    { numRuns: 200 },
  );
});
