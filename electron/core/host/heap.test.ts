import { expect, it } from 'vitest';
import { growthOf } from './heap.js';

const MEBIBYTE = 2 ** 20;

it('lets a small heap double, and a large one grow by 64 mebibytes or a quarter', () => {
  expect(growthOf(20 * MEBIBYTE)).toBe(100);
  expect(growthOf(128 * MEBIBYTE)).toBe(50);
  expect(growthOf(200 * MEBIBYTE)).toBe(30);
  expect(growthOf(2000 * MEBIBYTE)).toBe(25);
});
