import { expect, it } from 'vitest';
import { withoutSaying } from './saying.js';
import { isOneOf, lowerAt, putIn, wordsOf } from './word.js';

it.each([
  ['2girls, 3d', '2 girls , 3d'],
  ['Mrs. Bell waits.', 'Mrs. Bell waits .'],
  ['the U.S.', 'the U.S.'],
  ["She can't", "She ca n't"],
  ["Ada's o'clock", "Ada 's o'clock"],
  ['3,000 of 2.5', '3,000 of 2.5'],
  ['well-worn -- so…', 'well - worn -- so …'],
  ['wait... (Zoë)', 'wait ... ( Zoë )'],
  ['she’s “in”', 'she \'s " in "'],
])('the words of “%s”', (text, words) => {
  expect(
    wordsOf(text)
      .map((word) => word.text)
      .join(' '),
  ).toBe(words);
});

it('a word stands where it stands in the whole, and is there in small letters as well', () => {
  expect(wordsOf('A Fox', 10)).toEqual([
    { text: 'A', lower: 'a', start: 10, end: 11 },
    { text: 'Fox', lower: 'fox', start: 12, end: 15 },
  ]);
  expect(putIn('He')).toEqual({ text: 'He', lower: 'he', start: -1, end: -1 });
  expect([lowerAt(wordsOf('A Fox'), 1), lowerAt(wordsOf('A Fox'), 2)]).toEqual(['fox', '']);
  expect([isOneOf('in', 'on', 'in'), isOneOf('at', 'on', 'in'), isOneOf(undefined, 'on')]).toEqual([
    true,
    false,
    false,
  ]);
});

it('of words that lead to a quotation nothing is left but their places', () => {
  const text = 'A man says ____ and waves, a sign reading ____ painted on it hangs.';
  const rest = withoutSaying(
    text,
    [...text.matchAll(/____/g)].map(({ index }) => [index, index + 4] as const),
  );
  expect(rest).toHaveLength(text.length);
  expect(rest.replace(/ +/g, ' ')).toBe('A man ____ and waves, a sign ____ hangs.');
});
