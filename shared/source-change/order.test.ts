import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newOrder } from './order.js';

const ids = (text: string): string[] => [...text];

it.each([
  ['as it was', 'abc', 'abc', 'abc', 'abc', ''],
  ['as the artist has it', 'cab', 'abc', 'abc', 'cab', ''],
  ['as the artist has it, whatever the source moved', 'cab', 'abc', 'bac', 'cab', ''],
  ['as the source moved it', 'abc', 'abc', 'cab', 'cab', 'c'],
  ['as the source moved it, and shortened it', 'abcd', 'abcd', 'dab', 'dab', 'd'],
  ['with new shots behind those that they follow', 'cab', 'abc', 'xaybzc', 'xcaybz', ''],
  ['as the source moved it, with new shots', 'abc', 'abc', 'cxaby', 'cxaby', 'c'],
  ['with nothing but new shots', 'ab', 'ab', 'xy', 'xy', ''],
])('the order is %s', (_, mine, then, now, order, moved) => {
  expect(newOrder(ids(mine), ids(then), ids(now))).toEqual({ order: ids(order), moved: ids(moved) });
});

it('the shots that moved are as few as can be, and the others keep their order', () => {
  const isInOrder = (order: readonly number[]) =>
    order.every((one, at) => at === 0 || one > (order[at - 1] as number));
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (now) => {
      const before = now.map(String).sort();
      const { moved } = newOrder(before, before, now.map(String));
      const stayed = now.filter((one) => !moved.includes(String(one)));
      expect(isInOrder(stayed)).toBe(true);
      const longest = Math.max(
        ...Array.from({ length: 2 ** now.length }, (_, some) => now.filter((_, at) => some & (1 << at)))
          .filter(isInOrder)
          .map(({ length }) => length),
      );
      expect(stayed).toHaveLength(longest);
    }),
    { numRuns: 200 },
  );
});
