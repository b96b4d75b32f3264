import { expect, it } from 'vitest';
import { folded, termsOf } from './words.js';

it('is the same text however it was typed', () => {
  expect(folded('  Café ÉTÉ ')).toBe('cafe ete');
  expect(folded('Cafe\u0301')).toBe(folded('CAFÉ'));
});

it('is words without the room between them', () => {
  expect(termsOf(' Red\t coat\n')).toEqual(['red', 'coat']);
  expect(termsOf('   ')).toEqual([]);
});
