import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logit, sigmoid } from '../log-odds.js';
import { chanceOf, isUnsteady, steadinessOf } from './steadiness.js';
import type { Examined } from './told.js';

/** Log-odds of both askings. */
const asked = (first: number, again: number | null, skill: Examined['skill'] = 'colour'): Examined => ({
  skill,
  frame: 0,
  truth: first > 0,
  p: sigmoid(first),
  again: again === null ? null : sigmoid(again),
});
/** True and false claims by turns, each moved by `by` up and down by turns. */
const judge = (by: number, amount = 300): Examined[] =>
  Array.from({ length: amount }, (_, at) => {
    const middle = at % 2 === 0 ? 5 : -5;
    const moved = [by, -by, by / 2, -by / 2][Math.floor(at / 2) % 4] as number;
    return asked(middle + moved, middle - moved);
  });

describe('whether a judge says the same again', () => {
  it('is not known where too little was asked twice', () => {
    expect(steadinessOf([])).toBeNull();
    expect(steadinessOf(judge(0).map((one) => ({ ...one, again: null })))).toBeNull();
    expect(steadinessOf(judge(0, 9))).toBeNull();
    expect(steadinessOf([...judge(0, 9), asked(1, null), { ...asked(1, 1), p: null }])).toBeNull();
    expect(steadinessOf(judge(0, 10))?.claims).toBe(10);
  });

  it('tells a steady one from one that answers by chance, and one that says yes to all', () => {
    const steady = steadinessOf(judge(0.2));
    expect(steady?.chance).toBeLessThan(0.01);
    expect(steady && isUnsteady(steady)).toBe(false);
    const noisy = steadinessOf(judge(3));
    expect(noisy?.chance).toBeGreaterThan(0.15);
    expect(noisy && isUnsteady(noisy)).toBe(true);
    const yes = Array.from({ length: 300 }, (_, at) => asked(3 + (at % 2) / 10, 3 + (at % 3) / 10));
    expect(steadinessOf(yes)?.chance).toBeGreaterThan(0.8);
    expect(steadinessOf(Array.from({ length: 20 }, () => asked(3, 3)))?.chance).toBe(1);
  });

  it('calls none unsteady of which few answers say so', () => {
    const few = steadinessOf(judge(2, 10));
    expect(few?.chance).toBeGreaterThan(0.1);
    expect(few && isUnsteady(few)).toBe(false);
  });

  it('is as steady whichever way it leans, and unsteady only where that is more than may be chance', () => {
    const leaning = (by: number) =>
      steadinessOf(judge(3).map(({ p, again }) => asked(logit(p ?? 0) + by, logit(again ?? 0) + by)));
    for (const by of [-2, 2]) expect(leaning(by)?.chance).toBeCloseTo(leaning(0)?.chance ?? -1, 6);
    const of = (low: number) => isUnsteady({ claims: 10, chance: 0.5, low, high: 0.9 });
    expect([of(0.1), of(0.101)]).toEqual([false, true]);
  });

  it('lies within its interval, which is of shares', () => {
    const one = fc.record({
      first: fc.double({ min: -12, max: 12, noNaN: true }),
      again: fc.double({ min: -12, max: 12, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 10, maxLength: 60 }), (all) => {
        const found = steadinessOf(all.map(({ first, again }) => asked(first, again)));
        expect(found?.low).toBeGreaterThanOrEqual(0);
        expect(found?.low).toBeLessThanOrEqual(found?.chance ?? -1);
        expect(found?.chance).toBeLessThanOrEqual(found?.high ?? -1);
        expect(found?.high).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('how much chance there is in the answers', () => {
  it('is none where nothing was asked twice', () => {
    expect(chanceOf([])('colour')).toBe(0);
  });

  it('is of one answer: two of them differ by twice the variance', () => {
    const apart = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? asked(1, 3) : asked(-1, -3)));
    // A median distance of 2 is a deviation of 2 / 0.6745.
    expect(chanceOf(apart)('colour')).toBeCloseTo((2 / 0.6745) ** 2 / 2, 6);
  });

  it('is half of the variance between both answers, of each skill, shrunk to that of all', () => {
    const calm = judge(0.1).map((one) => ({ ...one, skill: 'time' as const }));
    const wild = judge(3, 40);
    const chance = chanceOf([...calm, ...wild]);
    expect(chance('colour')).toBeGreaterThan(3);
    expect(chance('time')).toBeLessThan(0.1);
    // Of a skill that was not asked: what all of them show.
    expect(chance('weather')).toBeLessThan(1);
    const one = chanceOf([...calm, asked(5, -5)]);
    expect(one('colour')).toBeLessThan(chance('colour') * 2);
  });
});
