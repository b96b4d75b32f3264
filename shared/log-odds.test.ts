import fc from 'fast-check';
import { expect, it } from 'vitest';
import { logit, logitWithin, sigmoid } from './log-odds.js';

it('log-odds of a share go back to it, and are of equal size for it and its opposite', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
      expect(sigmoid(logit(p))).toBeCloseTo(p, 9);
      expect(logit(1 - p)).toBeCloseTo(-logit(p), 9);
    }),
    { numRuns: 200 },
  );
  expect(sigmoid(0)).toBe(0.5);
});

it('0 and 1 are no infinite evidence', () => {
  expect([logit(0), logit(1)].map(Math.round)).toEqual([-12, 12]);
  expect(logitWithin(0.2)(0.1)).toBeCloseTo(Math.log(0.2 / 0.8));
  expect(logitWithin(0.2)(0.9)).toBeCloseTo(Math.log(0.8 / 0.2));
  expect(logitWithin(0.2)(0.3)).toBeCloseTo(Math.log(0.3 / 0.7));
});
