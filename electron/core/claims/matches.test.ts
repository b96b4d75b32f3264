import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesOf } from './matches.js';

const PATTERNS = [/a/g, /a+(?=b)/g, /(?<first>a)|(b)/g, /(?<!a)b/gu, /a*/g, /a*/gu, /(?=🦊)|b/gu, /🦊?/g];

it('finds what matchAll finds, whatever the pattern was last asked', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PATTERNS),
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🦊', '\ud83e', '\udd8a') }),
      fc.nat(20),
      (pattern, text, last) => {
        const expected = [...text.matchAll(new RegExp(pattern))];
        pattern.lastIndex = last;
        expect(matchesOf(text, pattern)).toEqual(expected);
        expect(pattern.lastIndex).toBe(0);
      },
    ),
    { numRuns: 1000 },
  );
});
