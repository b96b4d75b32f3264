import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenIn } from './writing-answers.js';

const lines = (...texts: string[]) => texts.map((text) => ({ text }));

describe('words in a picture', () => {
  it.each([
    ['HOTEL', lines('hotel'), 0.97],
    ['HOTEL', lines('GRAND', 'H0TEL LUTETIA'), 0.97],
    ['Open 24 hours', lines('OPEN', '24HOURS'), 0.97],
    ['Café', lines('CAFE'), 0.97],
    ['HOTEL', lines('MOTEL'), 0.5],
    ['HOTEL', lines('BAKERY'), 0.03],
    ['HOTEL', lines(), 0.03],
  ])('“%s” beside %j: P %d', (words, read, p) => {
    expect(writtenIn(words, read)).toBeCloseTo(p, 2);
  });

  it('are sure where they stand, whatever stands around them, and never surer than certain', () => {
    const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
    fc.assert(
      fc.property(word, fc.array(word), fc.array(word), (words, before, behind) => {
        expect(writtenIn(words, lines(...before, words, ...behind))).toBeCloseTo(0.97, 9);
        const p = writtenIn(words, lines(...before));
        expect(p).toBeGreaterThanOrEqual(0.03 - 1e-9);
        expect(p).toBeLessThanOrEqual(0.97 + 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});
