import { expect, it } from 'vitest';
import { areaUnder } from './statistics.js';

it('counts pairs in which the one is more, and equal ones half', () => {
  expect(areaUnder([3, 2], [1, 0])).toBe(1);
  expect(areaUnder([0, 1], [3, 2])).toBe(0);
  expect(areaUnder([2, 1], [1, 0])).toBe(0.875);
  expect(areaUnder([1, 1], [1])).toBe(0.5);
  expect(areaUnder([], [1])).toBeNaN();
});
