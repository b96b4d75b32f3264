import { aShot } from '@testing/records.js';
import { expect, it } from 'vitest';
import { isInPlay, shot } from './shot.js';

it('a shot is in play unless it is left out', () => {
  expect([isInPlay({}), isInPlay({ omitted: true })]).toEqual([true, false]);
});

it('a shot says that it is left out or was put in, or nothing of it', () => {
  const isRead = (fields: object) => shot.safeParse({ ...aShot(0), ...fields }).success;
  expect([{}, { omitted: true }, { added: true }].map(isRead)).toEqual([true, true, true]);
  const others = [{ omitted: false }, { added: false }, { omitted: undefined }, { status: 'open' }];
  expect(others.map(isRead)).toEqual([false, false, false, false]);
});
