import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { growthOf, growthOfYoung, leavesNoHoles, tidyHeap } from './heap.js';

const MEBIBYTE = 2 ** 20;

it('lets a small heap double, and a large one grow by 40 mebibytes or a fifth', () => {
  expect(growthOf(20 * MEBIBYTE)).toBe(100);
  expect(growthOf(80 * MEBIBYTE)).toBe(50);
  expect(growthOf(133 * MEBIBYTE)).toBe(30);
  expect(growthOf(2000 * MEBIBYTE)).toBe(20);
});

it('has no holes left in a large heap alone', () => {
  expect([20, 127].map((used) => leavesNoHoles(used * MEBIBYTE, 0))).toEqual([false, false]);
  expect([128, 2000].map((used) => leavesNoHoles(used * MEBIBYTE, 0))).toEqual([true, true]);
});

it('leaves a heap alone that was moved together, until sixteen mebibytes more are in it', () => {
  const after = (used: number, tidied: number) => leavesNoHoles(used * MEBIBYTE, tidied * MEBIBYTE);
  expect([200, 215].map((used) => after(used, 200))).toEqual([false, false]);
  expect([216, 2000].map((used) => after(used, 200))).toEqual([true, true]);
  expect([127, 128].map((used) => after(used, 100))).toEqual([false, true]);
});

it('lets the room for what is new grow to sixteen mebibytes', () => {
  expect([1, 8, 15].map((size) => growthOfYoung(size * MEBIBYTE))).toEqual([2, 2, 2]);
  expect([16, 32].map((size) => growthOfYoung(size * MEBIBYTE))).toEqual([1, 1]);
});

/** Much that is alive, with seven times as much between it that no longer is. */
function heapFullOfHoles(): object[] {
  const all = Array.from({ length: 2_500_000 }, (_, at) => ({ at, more: [at, at + 1, at + 2] }));
  return all.filter(({ at }) => at % 8 === 0);
}

it('gives back what lies empty between what is alive, and stops as soon as something is under way', async () => {
  setFlagsFromString('--expose-gc');
  const clear: () => void = runInNewContext('gc');
  const taken = () => getHeapStatistics().total_heap_size;
  const kept = heapFullOfHoles();
  clear();
  clear();
  const before = taken();
  let asked = 0;
  await tidyHeap(() => ++asked > 1);
  expect(asked).toBe(1);
  expect(taken(), 'nothing is moved while something is under way').toBeGreaterThan(before - MEBIBYTE);
  await tidyHeap(() => true);
  expect(taken()).toBeLessThan(before - 30 * MEBIBYTE);
  expect(kept).toHaveLength(312_500);
});
