import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inTurn } from './in-turn.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Ends after so many milliseconds, and says whether it was late by then. */
const takes = (milliseconds: number) => async (late: AbortSignal) => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return late.aborted;
};

it('counts the time that a piece of work takes, not the time that it waits', async () => {
  const turn = inTurn(2);
  const all = Promise.all([80, 80, 80, 120, 80].map((time) => turn(takes(time), 100)));
  await vi.advanceTimersByTimeAsync(1000);
  expect(await all).toEqual([false, false, false, true, false]);
});

it('does so many at once, in the order they come, and goes on after one that fails', async () => {
  const turn = inTurn(2);
  const seen: string[] = [];
  const work = (name: string, time: number) => async (late: AbortSignal) => {
    seen.push(`${name} begins`);
    await takes(time)(late);
    seen.push(`${name} ends`);
    if (name === 'a') throw new Error(name);
  };
  const all = Promise.allSettled([turn(work('a', 10)), turn(work('b', 40)), turn(work('c', 10))]);
  await vi.advanceTimersByTimeAsync(100);
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(seen).toEqual(['a begins', 'b begins', 'a ends', 'c begins', 'c ends', 'b ends']);
});
