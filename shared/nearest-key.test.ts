import { expect, it } from 'vitest';
import { nearestKey } from './nearest-key.js';

it('finds the key that fewest letters tell apart from a wrong one', () => {
  expect(nearestKey('genrator', ['rounds', 'generator', 'judge'])).toBe('generator');
  expect(nearestKey('JUDGE', ['rounds', 'budge', 'judge'])).toBe('judge');
  expect(nearestKey('ab', ['abcdef', 'xy', 'a'])).toBe('a');
  expect(nearestKey('abcd', ['bcd', 'xbcx'])).toBe('bcd');
  expect(nearestKey('ac', ['abbb', 'abc', 'xx'])).toBe('abc');
  expect(nearestKey('any', [])).toBe('');
});
