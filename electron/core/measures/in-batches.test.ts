import { expect, it } from 'vitest';
import { inBatches } from './in-batches.js';

it('answers each that asked, whether together or not, and asks at most so many at once', async () => {
  const batches: number[][] = [];
  const double = inBatches(3, async (asked: readonly number[]) => {
    batches.push([...asked]);
    return asked.map((one) => one * 2);
  });
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(double))).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(await double(8)).toBe(16);
  expect(batches).toEqual([[1, 2, 3], [4, 5, 6], [7], [8]]);
});

it('fails those that asked together where it fails, and no others', async () => {
  const root = inBatches(2, async (asked: readonly number[]) => {
    if (asked.some((one) => one < 0)) throw new Error('negative');
    return asked.map(Math.sqrt);
  });
  const all = await Promise.allSettled([4, -1, 9].map(root));
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});
