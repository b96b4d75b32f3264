import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ReusedBuffers } from './reused-buffers.js';

const MEBIBYTE = 1024 * 1024;
// Compared by ===: `expect` would look through all their bytes.

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('hands out what was given back, the shortest that is long enough, and nothing twice', () => {
  const buffers = new ReusedBuffers();
  const short = buffers.take(10);
  const long = buffers.take(MEBIBYTE + 1);
  expect([short.length, long.length]).toEqual([MEBIBYTE, 2 * MEBIBYTE]);
  buffers.giveBack(long);
  buffers.giveBack(short);
  expect(buffers.take(MEBIBYTE) === short).toBe(true);
  expect(buffers.take(10) === long).toBe(true);
  const other = buffers.take(10);
  expect(other === short).toBe(false);
  expect(other === long).toBe(false);
});

it('makes a longer one where none is long enough', () => {
  const buffers = new ReusedBuffers();
  const short = buffers.take(0);
  buffers.giveBack(short);
  expect(buffers.take(MEBIBYTE + 1).length).toBe(2 * MEBIBYTE);
  expect(buffers.take(1) === short).toBe(true);
});

it('keeps six, and the longest of those', () => {
  const buffers = new ReusedBuffers();
  const all = [3, 1, 2, 4, 4, 4, 4, 4].map((size) => buffers.take(size * MEBIBYTE));
  for (const one of all) buffers.giveBack(one);
  const taken = Array.from({ length: 6 }, () => buffers.take(1));
  expect(taken.map(({ length }) => length / MEBIBYTE)).toEqual([3, 4, 4, 4, 4, 4]);
  expect(taken.every((one) => all.includes(one))).toBe(true);
  expect(all.includes(buffers.take(1))).toBe(false);
});

it('lets go of them when nothing was given back for two seconds', () => {
  const buffers = new ReusedBuffers();
  const one = buffers.take(1);
  buffers.giveBack(one);
  vi.advanceTimersByTime(1999);
  buffers.giveBack(buffers.take(1));
  vi.advanceTimersByTime(1999);
  expect(buffers.take(1) === one).toBe(true);
  buffers.giveBack(one);
  vi.advanceTimersByTime(2000);
  expect(buffers.take(1) === one).toBe(false);
});
