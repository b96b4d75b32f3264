import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBetter, type Standing } from './better.js';
import { rank } from './ranked.js';

const NONE: ReadonlySet<string> = new Set();
const UNCOMPARED = { claims: new Map<string, never>(), style: null, brand: null, quality: null };
const claims = fc.subarray(['a', 'b']).map((ids): ReadonlySet<string> => new Set(ids));
const parts = {
  claims: fc.constant(UNCOMPARED.claims),
  style: fc.constantFrom(null, 0.2, 0.9),
  brand: fc.constant(null),
  quality: fc.constant(null),
  cost: fc.constantFrom(0, 0.15, 0.5, 1),
  // Many within the judge's noise of each other.
  description: fc.option(fc.integer({ min: 500, max: 520 }).map((n) => n / 1000)),
};
const standing = fc.record({ ...parts, failed: claims, open: claims });
const answered = fc.record({
  ...parts,
  style: fc.constant(null),
  failed: fc.constant(NONE),
  open: fc.constant(NONE),
});

it('one that is better than all others comes first, and one that all are better than last', () => {
  fc.assert(
    fc.property(fc.array(standing, { minLength: 1, maxLength: 8 }), (all) => {
      const order = rank(all);
      expect([...order].sort((a, b) => a - b)).toEqual(all.map((_, at) => at));
      const beats = (a: number, b: number) => isBetter(all[a] as Standing, all[b] as Standing);
      const others = (at: number) => all.map((_, n) => n).filter((n) => n !== at);
      for (const at of all.keys()) {
        if (others(at).every((other) => beats(at, other))) expect(order[0]).toBe(at);
        if (others(at).every((other) => beats(other, at))) expect(order.at(-1)).toBe(at);
      }
    }),
    { numRuns: 500 },
  );
});

it('stands in the same order however it is handed over', () => {
  const shuffled = fc
    .array(answered, { minLength: 1, maxLength: 8 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
    );
  fc.assert(
    fc.property(shuffled, ([all, order]) => {
      const named = (standings: readonly Standing[]) => rank(standings).map((at) => standings[at]);
      expect(named(order.map((at) => all[at] as Standing))).toEqual(named(all));
    }),
    { numRuns: 300 },
  );
});

it('among equals the one that stands first comes first: the take that there is already', () => {
  const same = { ...UNCOMPARED, cost: 0.5, description: 0.5, failed: NONE, open: NONE };
  expect(rank([same, { ...same, description: 0.502 }, same])).toEqual([1, 0, 2]);
  expect(rank([same, same])).toEqual([0, 1]);
  // 0.500, 0.504, 0.508: each neighbour is within the noise, the outer ones are not.
  expect(rank([same, { ...same, description: 0.504 }, { ...same, description: 0.508 }])).toEqual([2, 1, 0]);
  expect(rank([])).toEqual([]);
});

it('one that was not judged comes after those that were, however little is found in it', () => {
  const judged = { ...UNCOMPARED, cost: 1, description: 0.5, failed: new Set(['a']), open: NONE };
  const unlike = { ...UNCOMPARED, cost: 0, description: null, failed: NONE, open: new Set(['a']) };
  expect(rank([judged, unlike])).toEqual([0, 1]);
  expect(rank([unlike, judged])).toEqual([1, 0]);
});
