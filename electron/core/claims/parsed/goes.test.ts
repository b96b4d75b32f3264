import fc from 'fast-check';
import { expect, it } from 'vitest';
import { goesOf } from './goes.js';

/** The lengths of what is read together. */
const together = (lengths: readonly number[]): number[][] =>
  goesOf(lengths).map((go) => go.map((at) => lengths[at] as number));

it.each<readonly [string, number[], number[][]]>([
  ['nothing', [], []],
  ['lists of one length in one go', [3, 3, 3], [[3, 3, 3]]],
  [
    'lists by their lengths, the longest first',
    [2, 40, 2, 40],
    [
      [40, 40],
      [2, 2],
    ],
  ],
  ['a shorter list that seven words fill up', [10, 3], [[10, 3]]],
  ['one that takes more in a go of its own', [10, 2], [[10], [2]]],
  [
    'no more than seven words of filling in one go, however many lists share it',
    [10, 8, 6, 5, 5],
    [
      [10, 8, 6],
      [5, 5],
    ],
  ],
  ['two of the longest lists in one go', [200, 200, 200, 200, 200], [[200, 200], [200, 200], [200]]],
  ['a long list and the like of it', [200, 199, 198], [[200, 199], [198]]],
])('reads %s', (_, lengths, goes) => {
  expect(together(lengths)).toEqual(goes);
});

it('reads as many short lists in one go as a long list takes room', () => {
  expect(goesOf(Array.from({ length: 50_001 }, () => 1)).map((go) => go.length)).toEqual([50_000, 1]);
});

it('reads each list once, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200)), (lengths) => {
      const goes = goesOf(lengths);
      expect(goes.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, at) => at));
      for (const go of goes) {
        const [longest = 0] = go.map((at) => lengths[at] as number);
        expect(go.length === 1 || go.length * (longest * longest + 1) <= 100_000).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
