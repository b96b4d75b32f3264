import { expect, it } from 'vitest';
import { asSeen, lettersIn, lettersWrong, lettersWrongWithin } from './letters.js';

it('letters count without case, accents, spaces and marks', () => {
  expect(lettersIn(' Café “No. 5”! ')).toBe('cafeno5');
  expect(lettersIn('—')).toBe('');
});

it('letters that look alike are the same to one who reads a picture', () => {
  expect(asSeen('B0i1 58')).toBe('bollsb');
  expect(lettersWrong('OPEN', '0pen')).toBe(0);
  expect(lettersWrong('mill', 'Mi11!')).toBe(0);
});

it('wrong letters are counted over the whole text, or over its nearest part', () => {
  expect(lettersWrong('bakery', 'bakrey shop')).toBe(6);
  expect(lettersWrongWithin('bakery', 'the bakery shop')).toBe(0);
  expect(lettersWrongWithin('bakery', 'the bakrey shop')).toBe(2);
});
