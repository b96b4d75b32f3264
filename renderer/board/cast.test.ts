import { aFact, aPortrait, aShot } from '@testing/records.js';
import { expect, it } from 'vitest';
import { castFirst, charactersOf } from './cast.js';

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

it('puts the pictures of those first whom a shot speaks of', () => {
  const portraits = [
    aPortrait('Ada', 'refs/Ada.png'),
    aPortrait('Mira', 'refs/Mira 2.png'),
    aPortrait('Bo', 'refs/Bo.png'),
    aPortrait('Mira', 'refs/Mira 1.png'),
  ];
  const order = (description: string | null) =>
    castFirst(portraits, description === null ? null : { ...aShot(0), description }, cast).map(({ path }) =>
      path.replace(/refs\/(.*)\.png/, '$1'),
    );
  expect(order('Mira waits')).toEqual(['Mira 1', 'Mira 2', 'Ada', 'Bo']);
  expect(order('fog')).toEqual(['Ada', 'Bo', 'Mira 1', 'Mira 2']);
  expect(order(null)).toEqual(order('fog'));
});
