import { expect, it } from 'vitest';
import { pictureAddress } from './picture-address.js';

const sha256 = 'a1'.repeat(32);

it('of a picture is its hash, and the width that is asked for, if any', () => {
  expect(pictureAddress(sha256, null)).toEqual({ sha256, width: null });
  for (const width of [160, 320, 640, 1280] as const)
    expect(pictureAddress(sha256, `${width}`)).toEqual({ sha256, width });
});

it.each([
  ['', null],
  [sha256.slice(1), null],
  [`${sha256}0`, null],
  [`x${sha256}`, null],
  [sha256.toUpperCase(), null],
  [`../${sha256}`, null],
  [sha256, ''],
  [sha256, '0'],
  [sha256, '161'],
  [sha256, '160px'],
])('is not %j with width %j', (hash, width) => {
  expect(pictureAddress(hash, width)).toBeNull();
});
