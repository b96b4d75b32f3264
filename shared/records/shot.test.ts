import { aShot, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { isInPlay, shot } from './shot.js';
import { isMadeFrom } from './take.js';

it('a shot is in play unless it is left out', () => {
  expect([isInPlay({}), isInPlay({ omitted: true })]).toEqual([true, false]);
});

it('a shot says that it is left out or was put in, or nothing of it', () => {
  const isRead = (fields: object) => shot.safeParse({ ...aShot(0), ...fields }).success;
  expect([{}, { omitted: true }, { added: true }].map(isRead)).toEqual([true, true, true]);
  const others = [{ omitted: false }, { added: false }, { omitted: undefined }, { status: 'open' }];
  expect(others.map(isRead)).toEqual([false, false, false, false]);
});

it('a take is made from the one that it was made to stand in place of', () => {
  const origin = { kind: 'regenerated', fromTakeId: 'take-1', requestId: 'r' } as const;
  expect([isMadeFrom({ origin }, 'take-1'), isMadeFrom({ origin }, 'take-2')]).toEqual([true, false]);
  expect(isMadeFrom(aTake(0), 'take-1')).toBe(false);
});
