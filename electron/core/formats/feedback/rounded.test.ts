import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounded } from './rounded.js';

it('rounds every number in a value to four decimals, and leaves the rest', () => {
  const value = { a: 0.123456, b: [1 / 3, { c: -0.00001, d: 'x', e: null, f: true }], g: 2048 };
  expect(rounded(value)).toEqual({ a: 0.1235, b: [0.3333, { c: 0, d: 'x', e: null, f: true }], g: 2048 });
  expect(Object.is(rounded(-0), 0)).toBe(true);
});

it('is as near as four decimals are, and rounds once', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (number) => {
      const once = rounded(number);
      expect(Math.abs(once - number)).toBeLessThanOrEqual(0.000051);
      expect(rounded(once)).toBe(once);
      expect(JSON.stringify(once)).not.toMatch(/\.\d{5}/);
    }),
    { numRuns: 300 },
  );
});
