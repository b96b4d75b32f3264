import { expect, it } from 'vitest';
import parses from '../../../../models/reading/test/fixture/parses.json' with { type: 'json' };
import { featuresOf } from './features.js';
import { putIn, wordsOf } from './word.js';

it('words are found, and looked up by the numbers, that the recipe has', () => {
  for (const { text, words, features } of parses) {
    const found = wordsOf(text);
    expect(found.map((word) => word.text)).toEqual(words);
    expect(words.map(featuresOf)).toEqual(features);
  }
});

it('words that are alike in form share that number, and no other', () => {
  const [first, other] = [featuresOf('Marigold'), featuresOf('Tamefold')];
  expect(other[4]).toBe(first[4]);
  expect(other.slice(0, 3)).not.toEqual(first.slice(0, 3));
  expect(featuresOf('MARIGOLD').slice(0, 4)).toEqual(first.slice(0, 4));
  expect(featuresOf('MARIGOLD')[4]).not.toBe(first[4]);
  // Runs count up to three.
  expect(featuresOf('1234567')[4]).toBe(featuresOf('98167')[4]);
  expect(featuresOf('67')[4]).not.toBe(featuresOf('167')[4]);
});

it('each word says where it stands, one that is put in that it stands nowhere', () => {
  const text = "Mrs. Vane’s 2girls don't wait, U.S. 3.5 well-worn --";
  const words = wordsOf(text, 10);
  expect(words.map((word) => word.text)).toEqual([
    'Mrs.',
    'Vane',
    "'s",
    '2',
    'girls',
    'do',
    "n't",
    'wait',
    ',',
    'U.S.',
    '3.5',
    'well',
    '-',
    'worn',
    '--',
  ]);
  for (const { text: word, lower, start, end } of words) {
    expect(text.slice(start - 10, end - 10).replace('’', "'")).toBe(word);
    expect(lower).toBe(word.toLowerCase());
  }
  expect(putIn('And')).toEqual({ text: 'And', lower: 'and', start: -1, end: -1 });
});
