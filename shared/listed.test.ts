import { expect, it } from 'vitest';
import { listed } from './listed.js';

it.each([
  [[], ''],
  [['1'], '1'],
  [['1', '2', '3'], '1, 2, 3'],
  [['1', '2', '3', '4'], '1, 2, 3 and 1 more'],
  [['1', '2', '3', '4', '5'], '1, 2, 3 and 2 more'],
])('of %j three are named and the others counted: %s', (all, told) => {
  expect(listed(all, 3)).toBe(told);
});
