import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBetter, type Standing } from './better.js';
import { type ClaimStanding, type Compared, preference } from './preference.js';

const NONE: ReadonlySet<string> = new Set();
const standing = (of: Partial<Standing> & { p?: Record<string, number> }): Standing => {
  const { p = {}, ...fields } = of;
  return {
    cost: 0,
    description: 0.8,
    failed: NONE,
    open: NONE,
    style: null,
    brand: null,
    quality: null,
    claims: new Map(Object.entries(p).map(([id, one]) => [id, { p: one, weight: 1 }])),
    ...fields,
  };
};

describe('two takes are compared', () => {
  it.each<readonly [string, better: Standing, worse: Standing]>([
    ['by one claim', standing({ p: { coat: 0.9, night: 0.8 } }), standing({ p: { coat: 0.3, night: 0.8 } })],
    [
      'by the claims, although one score of each says otherwise',
      standing({ p: { coat: 0.9 }, description: 0.7 }),
      standing({ p: { coat: 0.2 }, description: 0.9 }),
    ],
    [
      'by the board’s style',
      standing({ p: { coat: 0.9 }, style: 0.8 }),
      standing({ p: { coat: 0.9 }, style: 0.3 }),
    ],
    ['by the brand’s style', standing({ brand: 0.9 }), standing({ brand: 0.2 })],
    ['by how clean they are', standing({ quality: 0.95 }), standing({ quality: 0.5 })],
    ['by what is found', standing({ cost: 0.5 }), standing({ cost: 1 })],
    [
      'by what speaks most of what speaks for either',
      standing({ p: { coat: 0.95, hat: 0.9, tail: 0.6 } }),
      standing({ p: { coat: 0.1, hat: 0.2, tail: 0.8 } }),
    ],
  ])('%s', (_, better, worse) => {
    expect(isBetter(better, worse)).toBe(true);
    expect(isBetter(worse, better)).toBe(false);
  });

  it('and are as good as each other where the judge’s noise is all there is, or one was not asked', () => {
    const [one, other] = [
      standing({ p: { coat: 0.9, hat: 0.5 } }),
      standing({ p: { coat: 0.88, night: 0.1 } }),
    ];
    expect(preference(one, other)).toBe(0);
    expect([isBetter(one, other), isBetter(other, one)]).toEqual([false, false]);
    expect(preference(standing({ style: 0.9 }), standing({}))).toBe(0);
    // Both are of the same hand.
    expect(preference(standing({ style: 0.98 }), standing({ style: 0.84 }))).toBe(0);
  });

  it('no claim speaking louder than a few others, and each as loud as it weighs', () => {
    const sure = preference(standing({ p: { a: 1 } }), standing({ p: { a: 0 } }));
    expect(sure).toBe(4);
    expect(
      preference(standing({ p: { a: 1, b: 0.1, c: 0.1 } }), standing({ p: { a: 0, b: 0.9, c: 0.9 } })),
    ).toBeLessThan(0);
    const heavy = (p: number) => standing({ claims: new Map([['a', { p, weight: 2 }]]) });
    expect(preference(heavy(1), heavy(0))).toBe(8);
  });
});

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const WEIGHTS: Readonly<Record<string, number>> = { a: 0.3, b: 1, c: 1, d: 2 };
const claims = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), unit)
  .map(
    (all): ReadonlyMap<string, ClaimStanding> =>
      new Map(Object.entries(all).map(([id, p]) => [id, { p, weight: WEIGHTS[id] ?? 1 }])),
  );
const compared: fc.Arbitrary<Compared> = fc.record({
  cost: fc.constantFrom(0, 0.15, 0.5, 1, 2.5),
  claims,
  style: fc.option(unit),
  brand: fc.option(unit),
  quality: fc.option(unit),
});

it('says the same whichever of the two it is asked of first', () => {
  fc.assert(
    fc.property(compared, compared, (a, b) => {
      expect(preference(a, b)).toBeCloseTo(-preference(b, a), 9);
      const of = (one: Compared): Standing => ({ ...one, description: 0.5, failed: NONE, open: NONE });
      expect(isBetter(of(a), of(b)) && isBetter(of(b), of(a))).toBe(false);
    }),
    { numRuns: 500 },
  );
});
