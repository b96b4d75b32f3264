import { expect, it } from 'vitest';
import { colourOf } from './cut.js';

it.each([
  ['high', 'RED'],
  ['medium', 'ORANGE'],
  ['low', 'YELLOW'],
] as const)('marks what is of %s severity %s', (severity, colour) => {
  expect(colourOf({ severity } as Parameters<typeof colourOf>[0])).toBe(colour);
});
