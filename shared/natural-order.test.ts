import { expect, it } from 'vitest';
import { byName } from './natural-order.js';

it.each([
  ['shot 10', 'shot 9', 'shot 9', 'shot 10'],
  ['b', 'A', 'A', 'b'],
  ['a', 'A', 'A', 'a'],
  ['A', 'a', 'A', 'a'],
  ['é', 'e', 'e', 'é'],
])('of %s and %s, %s comes first', (a, b, ...order) => {
  expect([a, b].sort(byName)).toEqual(order);
});

it('says of names that differ in case alone which comes first, from either side', () => {
  expect([byName('A', 'a'), byName('a', 'A')]).toEqual([-1, 1]);
});

it('nothing comes before itself', () => {
  expect(byName('a', 'a')).toBe(0);
});
