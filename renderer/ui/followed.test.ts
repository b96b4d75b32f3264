import fc from 'fast-check';
import { expect, it } from 'vitest';
import { followed, isSeen, type Line } from './followed.js';

const LINE: Line = { count: 100, step: 10, ends: 4, beside: 14, room: 100, from: 200 };

it('stays where the chosen one and what is beside it are seen', () => {
  expect(followed(22, LINE)).toBeNull();
  expect(followed(27, LINE)).toBeNull();
});

it('goes only so far that it is seen, to either side, and not beyond the ends', () => {
  expect(followed(28, LINE)).toBe(4 + 290 + 14 - 100);
  expect(followed(20, LINE)).toBe(4 + 200 - 14);
  expect(followed(21, LINE)).toBeNull();
  expect(followed(5, LINE)).toBe(4 + 50 - 14);
  expect(followed(0, LINE)).toBe(0);
  expect(followed(99, LINE)).toBe(2 * 4 + 100 * 10 - 100);
  expect(followed(0, { ...LINE, from: 0 })).toBeNull();
  expect(followed(99, { ...LINE, from: 908 })).toBeNull();
  expect(followed(1, { ...LINE, count: 3, from: 0 })).toBeNull();
});

it('knows whether some of it is seen', () => {
  const seen = (at: number) => isSeen(at, LINE);
  expect([18, 19, 29, 30].map(seen)).toEqual([false, true, true, false]);
});

it('shows the chosen one whole wherever it was, and stays there', () => {
  const lines = fc.record({
    count: fc.integer({ min: 1, max: 500 }),
    step: fc.integer({ min: 20, max: 200 }),
    ends: fc.integer({ min: 0, max: 20 }),
    beside: fc.integer({ min: 0, max: 100 }),
    room: fc.integer({ min: 420, max: 2000 }),
    from: fc.nat(100_000),
  });
  fc.assert(
    fc.property(lines, fc.nat(499), (line, place) => {
      const at = place % line.count;
      const most = Math.max(0, 2 * line.ends + line.count * line.step - line.room);
      const from = Math.min(line.from, most);
      const to = followed(at, { ...line, from }) ?? from;
      expect(to).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(most);
      const start = line.ends + at * line.step;
      expect(start).toBeGreaterThanOrEqual(to);
      expect(start + line.step).toBeLessThanOrEqual(to + line.room);
      expect(followed(at, { ...line, from: to })).toBeNull();
    }),
    { numRuns: 500 },
  );
});
