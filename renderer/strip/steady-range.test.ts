import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steadyRange } from './steady-range.js';

const ranges = fc.array(
  fc.record({
    startIndex: fc.nat(60),
    seen: fc.integer({ min: 1, max: 20 }),
    count: fc.integer({ min: 1, max: 80 }),
  }),
  { minLength: 1, maxLength: 30 },
);

it('holds all that is seen and what lies beside it, in order, and not many more', () => {
  fc.assert(
    fc.property(ranges, fc.nat(6), fc.nat(6), (all, least, more) => {
      const drawn = steadyRange(least);
      for (const { startIndex: start, seen, count } of all) {
        const startIndex = Math.min(start, count - 1);
        const endIndex = Math.min(count - 1, startIndex + seen - 1);
        const overscan = least + more;
        const range = drawn({ startIndex, endIndex, count, overscan, lanes: 1 });
        const [first = -1] = range;
        const last = range.at(-1) ?? -1;
        expect(range).toEqual(Array.from({ length: last - first + 1 }, (_, at) => first + at));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(count);
        expect(first).toBeLessThanOrEqual(Math.max(0, startIndex - least));
        expect(last).toBeGreaterThanOrEqual(Math.min(count - 1, endIndex + least));
        expect(range.length).toBeLessThanOrEqual(endIndex - startIndex + 1 + 2 * overscan + 2 * more + 1);
      }
    }),
    { numRuns: 300 },
  );
});

it('changes as seldom as it can while one scrolls, and at once where another size is seen', () => {
  const drawn = steadyRange(5);
  const at = (startIndex: number, seen = 10) =>
    drawn({ startIndex, endIndex: startIndex + seen - 1, count: 1000, overscan: 8, lanes: 1 });
  const first = at(100);
  expect([at(101), at(103), at(97)].every((range) => range === first)).toBe(true);
  expect(at(104)).not.toBe(first);
  expect(at(104)[0]).toBe(96);
  expect(at(104, 2)).toHaveLength(18);
});
