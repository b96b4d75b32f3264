import { expect, it } from 'vitest';
import { findingPicture, type PictureSide } from './finding-picture.js';

const side: PictureSide = {
  takeId: null,
  sha256: 'a'.repeat(64),
  width: 0,
  height: 0,
  unreadable: null,
  isOwn: true,
  said: 'this one',
  region: null,
  claimId: null,
  marks: [],
  lines: [],
};

it('a finding is shown by one frame, or by one against another', () => {
  const isShown = (sides: readonly object[]) => findingPicture.safeParse({ sides, magnified: false }).success;
  expect([0, 1, 2, 3].map((count) => isShown(Array(count).fill(side)))).toEqual([true, true, true, false]);
  for (const beyond of [{ width: -1 }, { height: 0.5 }, { sha256: 'a' }, { takeId: '' }])
    expect(isShown([{ ...side, ...beyond }])).toBe(false);
});
