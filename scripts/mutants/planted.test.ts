import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlanned, nameOf, sampleOf } from './planted.js';

it('names a fault alike, from wherever lines and columns are counted', () => {
  const fault = (first: number, replacement = 'true') => ({
    mutatorName: 'ConditionalExpression',
    replacement,
    location: {
      start: { line: 3 + first, column: 4 + first },
      end: { line: 3 + first, column: 9 + first },
    },
  });
  expect(nameOf(fault(0), 0)).toBe(nameOf(fault(1), 1));
  expect(nameOf(fault(0), 0)).not.toBe(nameOf(fault(0, 'false'), 0));
  expect(nameOf(fault(0), 0)).not.toBe(nameOf(fault(1), 0));
});

it('takes of many faults as many as are wanted, each once and from everywhere', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 40 }), (count, most) => {
      const all = Array.from({ length: count }, (_, n) => n);
      const taken = sampleOf(all, most);
      expect(taken).toHaveLength(Math.min(count, most));
      expect(new Set(taken).size).toBe(taken.length);
      expect(taken).toEqual(taken.toSorted((a, b) => a - b));
      const gaps = [-1, ...taken, count].map((one, n, list) => one - (list[n - 1] ?? one));
      expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(Math.ceil(count / most) + 1);
    }),
    { numRuns: 300 },
  );
});

it('plants what is planned, in its file alone', () => {
  const plan = { 'shared/a.ts': ['one'] };
  expect(isPlanned(plan, '/project', '/project/shared/a.ts', 'one')).toBe(true);
  expect(isPlanned(plan, '/project', '/project/shared/a.ts', 'two')).toBe(false);
  expect(isPlanned(plan, '/project', '/project/shared/b.ts', 'one')).toBe(false);
});
