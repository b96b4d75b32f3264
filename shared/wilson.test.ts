import { expect, it } from 'vitest';
import { wilson } from './wilson.js';

it('says between which shares the true one most likely lies', () => {
  // https://www.statskingdom.com/proportion-confidence-interval-calculator.html, Wilson's score.
  const [low, high] = wilson(18, 20);
  expect(low).toBeCloseTo(0.699, 3);
  expect(high).toBeCloseTo(0.972, 3);
  expect(wilson(0, 0)).toEqual([0, 1]);
  expect(wilson(5, 5)[1]).toBe(1);
});
