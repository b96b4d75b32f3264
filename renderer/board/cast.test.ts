import { aFact, aShot } from '@testing/records.js';
import { expect, it } from 'vitest';
import { charactersOf } from './cast.js';

const cast = [
  aFact('mira'),
  { ...aFact('mira-again'), statement: 'a girl in rain boots' },
  { ...aFact('ada'), name: 'Ada' },
];

it('reads who a description speaks of, once for each version of it and of the cast', () => {
  const shot = { ...aShot(0), description: 'Mira waits' };
  const names = charactersOf(shot, cast);
  expect(names).toEqual(['Mira']);
  expect(charactersOf(shot, cast)).toBe(names);
  expect(charactersOf({ ...shot, description: 'Ada waits for Mira' }, cast)).toEqual(['Mira', 'Ada']);
  expect(charactersOf(shot, cast)).toBe(names);
  expect(charactersOf(shot, [...cast])).toEqual(names);
  expect(charactersOf({ ...shot, description: 'fog' }, cast)).toEqual([]);
});
