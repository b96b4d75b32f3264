import { expect, it } from 'vitest';
import { readingWords } from './reading-words.js';

it('says how many pictures of how many were read', () => {
  expect(readingWords(3, 12)).toBe('Reading pictures: 3 of 12');
});
