import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agreementFields, agreementOf, disagreementText, memberAnswer } from './agreement.js';

describe('agreementOf', () => {
  it.each([
    [[], null],
    [[0.4], null],
    [[0.4, 0.4], 1],
    [[0, 1], 0],
    [[0.9, 0.2], 0.3],
    // Pairs differ by 0.5, 0.5 and 1.
    [[1, 0, 0.5], 1 - 2 / 3],
    [[0, 0, 1], 1 - 2 / 3],
  ])('of %j is %j', (ps, agreement) => {
    if (agreement === null) expect(agreementOf(ps)).toBeNull();
    else expect(agreementOf(ps)).toBeCloseTo(agreement, 12);
  });

  it('is 1 less the mean difference over all pairs, whatever their order', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(ps, (ps) => {
        const differences = ps.flatMap((a, i) => ps.slice(i + 1).map((b) => Math.abs(a - b)));
        const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
        const before = [...ps];
        expect(agreementOf(ps)).toBeCloseTo(1 - mean, 9);
        expect(agreementOf(ps)).toBeGreaterThanOrEqual(0);
        expect(agreementOf(ps)).toBeLessThanOrEqual(1);
        expect(ps).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

it('is a share, as what each of them said is', () => {
  const isRead = (agreement: number) => z.object(agreementFields).safeParse({ agreement }).success;
  expect([-0.1, 0, 1, 1.1].map(isRead)).toEqual([false, true, true, false]);
  const isSaid = (p: number | null) => memberAnswer.safeParse({ id: 'a', p }).success;
  expect([-0.1, 0, 1, 1.1, null].map(isSaid)).toEqual([false, true, true, false, true]);
});

it('says who said what, without those that declined', () => {
  const members = [
    { id: 'a', p: 0.917 },
    { id: 'b', p: null },
    { id: 'c', p: 0 },
  ];
  expect(disagreementText(members)).toBe('the judges disagree: a 0.92, c 0.00');
  expect(disagreementText(members, (id) => id.toUpperCase())).toBe('the judges disagree: A 0.92, C 0.00');
});
