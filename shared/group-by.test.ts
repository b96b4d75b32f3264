import { expect, it } from 'vitest';
import { groupBy } from './group-by.js';

it('keeps items and keys in their order', () => {
  const groups = groupBy([3, 1, 5, 2, 4], (n) => (n % 2 === 0 ? 'even' : 'odd'));
  expect([...groups]).toEqual([
    ['odd', [3, 1, 5]],
    ['even', [2, 4]],
  ]);
  expect(groupBy([], String).size).toBe(0);
});
