import fc from 'fast-check';
import { expect, it } from 'vitest';
import { remembered } from './remembered.js';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ''), { maxLength: 40 });

it('answers as ever, whatever it was asked before', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 4 }), (asked, most) => {
      const isVowel = (word: string): boolean => word === 'a' || word === 'e';
      const answer = remembered(isVowel, most);
      expect(asked.map(answer)).toEqual(asked.map(isVowel));
    }),
    { numRuns: 300 },
  );
});

it('asks once of a word, and again when so many others came that all were forgotten', () => {
  const asked: string[] = [];
  const lengthOf = remembered((word) => asked.push(word) && word.length, 2);
  for (const word of ['cat', 'dog', 'cat', 'dog', 'cat']) lengthOf(word);
  expect(asked).toEqual(['cat', 'dog']);
  const long = 'o'.repeat(41);
  for (const word of [long, long, 'cat']) lengthOf(word);
  expect(asked.splice(2)).toEqual([long, long]);
  lengthOf('owl');
  lengthOf('cat');
  expect(asked).toEqual(['cat', 'dog', 'owl', 'cat']);
});
