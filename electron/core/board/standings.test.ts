import { isDeepStrictEqual } from 'node:util';
import type { Measure } from '@shared/analysis.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Standings } from './standings.js';
import type { Standing } from './yardsticks.js';

// Few, so that two are often the same.
const number = fc.constantFrom(0, -0, 0.1, -2, 1e300);
const measure: fc.Arbitrary<Measure> = fc.record({
  name: fc.constantFrom('blur', 'noise', 'colour'),
  value: number,
  unit: fc.constantFrom('px', ''),
  z: fc.option(number),
  flagged: fc.boolean(),
});
const measures = fc.array(measure, { maxLength: 2 });
const difference = fc.option(
  fc.record({ detail: fc.constantFrom('', 'colour leaves'), words: fc.subarray(['darker', 'more grain']) }),
);
const standing: fc.Arbitrary<Standing> = fc.record({
  quality: measures,
  style: fc.record({ score: fc.option(number), measures, flagged: fc.boolean(), difference }),
  brand: fc.option(fc.record({ p: number, off: fc.boolean(), difference })),
});

const scored = (score: number): Standing => ({
  quality: [],
  style: { score, measures: [], flagged: false, difference: null },
  brand: null,
});

it('gives back what it was given, and notices every difference', () => {
  fc.assert(
    fc.property(fc.array(standing, { minLength: 1, maxLength: 5 }), (all) => {
      const standings = new Standings();
      for (const [at, one] of all.entries()) {
        const other = all[at - 1] ?? null;
        standings.put('a', other);
        standings.takeChanged('a');
        // Copies are plain objects, as records are.
        const isOther = !isDeepStrictEqual(structuredClone(one), structuredClone(other));
        expect(standings.put('a', structuredClone(one))).toBe(isOther);
        expect([standings.takeChanged('a'), standings.takeChanged('a')]).toEqual([isOther, false]);
        expect(standings.get('a')).toEqual(one);
        expect(standings.put('a', structuredClone(one)), 'the same once more').toBe(false);
        expect(standings.get('b')).toBeNull();
      }
      const [first, ...others] = standings.get('a')?.quality ?? [];
      if (!first) return;
      const moved = { ...(all.at(-1) as Standing), quality: [{ ...first, z: 7 }, ...others] };
      expect([standings.put('a', moved), standings.get('a')]).toEqual([true, moved]);
      const last = all.at(-1) as Standing;
      for (const other of [
        { ...first, name: 'grain' },
        { ...first, unit: 'mm' },
      ]) {
        const renamed = { ...last, quality: [other, ...others] };
        expect([standings.put('a', renamed), standings.get('a')]).toEqual([true, renamed]);
      }
      const flagged = { ...last, style: { ...last.style, flagged: !last.style.flagged } };
      standings.put('a', last);
      expect([standings.put('a', flagged), standings.get('a')]).toEqual([true, flagged]);
      expect([standings.put('a', null), standings.get('a'), standings.put('a', null)]).toEqual([
        true,
        null,
        false,
      ]);
    }),
    { numRuns: 300, examples: [[[scored(0), scored(-0)]]] },
  );
});
