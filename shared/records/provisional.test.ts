import { expect, it } from 'vitest';
import { isProvisional, PROVISIONAL } from './provisional.js';

it('a picture whose bytes were not read yet is known by how its hash begins', () => {
  expect(isProvisional(PROVISIONAL.padEnd(64, '0'))).toBe(true);
  expect(isProvisional(PROVISIONAL.padStart(64, '0'))).toBe(false);
  expect(isProvisional('a'.repeat(64))).toBe(false);
});
