import fc from 'fast-check';
import { expect, it } from 'vitest';
import { displaced } from './displaced.js';

it.each([
  [[], []],
  [[0, 1, 2], []],
  [[1, 2, 3, 0], [3]],
  [[3, 0, 1, 2], [0]],
  [
    [0, 4, 5, 1, 2, 3],
    [1, 2],
  ],
])('of %j %j went elsewhere', (was, expected) => {
  expect(displaced(was)).toEqual(expected);
});

/** How many of them rise at most, by trying all. */
const mostRising = (was: readonly number[]): number => {
  let most = 0;
  for (let some = 0; some < 2 ** was.length; some++) {
    const chosen = was.filter((_, at) => (some >> at) & 1);
    if (chosen.every((place, at) => at === 0 || (chosen[at - 1] as number) < place))
      most = Math.max(most, chosen.length);
  }
  return most;
};

it('leaves the others in their order, and none more could be left', () => {
  const rows = fc.uniqueArray(fc.nat(20), { maxLength: 8 });
  fc.assert(
    fc.property(rows, (was) => {
      const moved = new Set(displaced(was));
      const left = was.filter((_, at) => !moved.has(at));
      expect(left).toEqual([...left].sort((a, b) => a - b));
      expect(left).toHaveLength(mostRising(was));
    }),
    { numRuns: 300 },
  );
});
