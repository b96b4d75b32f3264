import { expect, it } from 'vitest';
import { moreClaims } from './more-claims.js';

it('says how many more claims there are, and where all of them are right', () => {
  expect(moreClaims(['pass'])).toBe('1 more is right');
  expect(moreClaims(['pass', 'pass'])).toBe('2 more are right');
  expect(moreClaims(['pass', 'not-judged'])).toBe('2 more asked');
});
