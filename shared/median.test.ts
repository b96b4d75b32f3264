import { expect, it } from 'vitest';
import { median } from './median.js';

it.each([
  [[], Number.NaN],
  [[4], 4],
  [[3, 1], 2],
  [[9, 1, 10], 9],
  [[10, 2, 1, 4], 3],
])('of %j is %d', (values, middle) => {
  const before = [...values];
  expect(median(values)).toBe(middle);
  expect(values).toEqual(before);
});
