import { expect, it } from 'vitest';
import { interval, isTaken } from './sample.js';

it('takes of a file every so many faults, and of any other file all', () => {
  const taken = (file: string) =>
    ['0', '1', '2', '3', '4', '5', '6'].filter((id) => isTaken({ 'shared/a.ts': 3 }, '/root', file, id));
  expect(taken('/root/shared/a.ts')).toEqual(['0', '3', '6']);
  expect(taken('/root/shared/b.ts')).toHaveLength(7);
});

it('says between which shares the true one most likely lies', () => {
  // https://www.statskingdom.com/proportion-confidence-interval-calculator.html, Wilson's score.
  const [low, high] = interval(18, 20);
  expect(low).toBeCloseTo(0.699, 3);
  expect(high).toBeCloseTo(0.972, 3);
  expect(interval(0, 0)).toEqual([0, 1]);
  expect(interval(5, 5)[1]).toBe(1);
});
