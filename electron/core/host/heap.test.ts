import { expect, it } from 'vitest';
import { growthOf, isLoose, newGrowthOf } from './heap.js';

const MEBIBYTE = 2 ** 20;

it('lets a small heap double, and a large one grow by 48 mebibytes or a fifth', () => {
  expect(growthOf(20 * MEBIBYTE)).toBe(100);
  expect(growthOf(96 * MEBIBYTE)).toBe(50);
  expect(growthOf(192 * MEBIBYTE)).toBe(25);
  expect(growthOf(2000 * MEBIBYTE)).toBe(20);
});

it('lets the space for what was just made double up to 16 mebibytes', () => {
  expect([1, 2, 4, 8].map((size) => newGrowthOf(size * MEBIBYTE))).toEqual([2, 2, 2, 2]);
  expect([16, 32].map((size) => newGrowthOf(size * MEBIBYTE))).toEqual([1, 1]);
});

it('moves what is alive together where more than 48 mebibytes lie empty between it', () => {
  expect(isLoose(200 * MEBIBYTE, 248 * MEBIBYTE)).toBe(false);
  expect(isLoose(200 * MEBIBYTE, 249 * MEBIBYTE)).toBe(true);
  expect(isLoose(10 * MEBIBYTE, 12 * MEBIBYTE)).toBe(false);
});
