import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from './edit-distance.js';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ß', '𝒜'), maxLength: 8 });

it.each([
  ['kitten', 'sitting', 3, 2],
  ['', 'abc', 3, 0],
  ['abc', '', 3, 3],
  ['ill', 'the mill', 5, 0],
  ['𝒜', '', 1, 1],
])('from “%s” to “%s” are %i letters, to a part of it %i', (a, b, whole, part) => {
  expect(editDistance(a, b)).toBe(whole);
  expect(editDistance(a, b, true)).toBe(part);
});

it('is the same both ways, and to the nearest part what it is to that part', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      const letters = [...b];
      const parts = letters.flatMap((_, from) =>
        letters.slice(from).map((_, length) => letters.slice(from, from + length + 1).join('')),
      );
      const nearest = Math.min(...['', ...parts].map((part) => editDistance(a, part)));
      expect(editDistance(a, b, true)).toBe(nearest);
    }),
    { numRuns: 300 },
  );
});
