import { expect, it } from 'vitest';
import { megabytes } from './megabytes.js';

it.each([
  [0, '0.0 MB'],
  [2_340_000, '2.3 MB'],
  [9_900_000, '9.9 MB'],
  [10_000_000, '10 MB'],
  [741_600_000, '742 MB'],
  [1_000_000_000, '1.0 GB'],
  [4_260_000_000, '4.3 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(megabytes(bytes)).toBe(text);
});
