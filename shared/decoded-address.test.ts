import { expect, it } from 'vitest';
import { decodedAddress } from './decoded-address.js';

it.each([
  ['a%20b.png', 'a b.png'],
  ['%C3%A4.png', 'ä.png'],
  ['100%.png', '100%.png'],
])('%s names %s', (address, name) => {
  expect(decodedAddress(address)).toBe(name);
});
