import { expect, it } from 'vitest';
import { capitalised } from './capitalised.js';

it.each([
  ['a coat of Mira’s', 'A coat of Mira’s'],
  ['émile', 'Émile'],
  ['Mira', 'Mira'],
  ['2 shots', '2 shots'],
  ['', ''],
])('%j begins with a capital: %j', (words, capital) => {
  expect(capitalised(words)).toBe(capital);
});
