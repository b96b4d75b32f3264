import { describe, expect, it } from 'vitest';
import { Cast, calledWith, isSeveral, type Named } from './entities.js';
import { isAnimal, isWorn } from './index.js';

const named = (noun: string, more: Partial<Named> = {}): Named => ({
  noun,
  head: noun.split(' ').at(-1) as string,
  adjectives: [],
  count: 1,
  article: 'definite',
  isName: false,
  start: 0,
  ...more,
});
const mira = { name: 'Mira', aliases: ['the girl'], noun: 'girl', statements: ['a girl in a red coat'] };

describe('whom a description’s words mean', () => {
  it('is a character by name or another name, whatever the case', () => {
    const cast = new Cast([mira]);
    expect([cast.member('mira'), cast.member('The Girl')]).toEqual([mira, mira]);
    expect(cast.member('girl')).toBeNull();
    const first = cast.ofMember(mira, 3);
    expect(first).toMatchObject({
      noun: 'girl',
      person: true,
      sex: 'female',
      telling: 'a girl in a red coat',
    });
    expect(cast.ofMember(mira, 9)).toBe(first);
    expect(cast.entities).toHaveLength(1);
  });

  it('is the last of that noun, unless a new one is spoken of', () => {
    const cast = new Cast([]);
    const first = cast.ofNoun(named('fox', { article: 'indefinite' }));
    const second = cast.ofNoun(named('fox', { article: 'indefinite' }));
    const owl = cast.ofNoun(named('owl'));
    expect(first).not.toBe(second);
    expect(cast.ofNoun(named('fox'))).toBe(second);
    expect(cast.ofNoun(named('red fox', { article: 'none' }))).toBe(second);
    expect(cast.ofNoun(named('owl'))).toBe(owl);
    expect(cast.entities).toHaveLength(3);
  });

  it('are two hands, the left and the right', () => {
    const cast = new Cast([]);
    const left = cast.ofNoun(named('left hand'));
    expect(cast.ofNoun(named('right hand'))).not.toBe(left);
    expect(cast.ofNoun(named('left hand'))).toBe(left);
    expect(cast.ofNoun(named('hand'))).toBe(cast.entities.at(-1));
  });

  it('is somebody of whom only the name is known, each once', () => {
    const cast = new Cast([]);
    const wenna = cast.ofNoun(named('Wenna', { isName: true }));
    expect(wenna).toMatchObject({ noun: 'person', telling: 'Wenna', count: 1 });
    expect(cast.ofNoun(named('Piet', { isName: true }))).not.toBe(wenna);
    expect(cast.ofNoun(named('Wenna', { isName: true }))).toBe(wenna);
  });

  it('is told apart where two share a noun and something tells them apart', () => {
    const cast = new Cast([]);
    const add = (telling: string, count: Named['count'] = 1) => {
      const one = cast.ofNoun(named('girl', { article: 'indefinite', count }));
      one.telling = telling;
      return one;
    };
    const red = add('a girl in a red coat');
    expect(cast.refer(red)).toBe('a girl');
    const blue = add('two girls in blue coats', 2);
    const other = add('Wenna');
    const many = add('', 'many');
    expect([red, blue, other, many].map((one) => cast.refer(one))).toEqual([
      'a girl in a red coat',
      'two girls in blue coats',
      'a girl',
      'girls',
    ]);
    other.telling = 'seen with a hat';
    expect(cast.refer(other)).toBe('a girl');
  });

  it.each<[noun: string, person: boolean, animal: boolean, nobody: boolean]>([
    ['old man', true, false, false],
    ['gnorp', false, false, false],
    ['orange fox', false, true, true],
    ['kitchen table', false, false, true],
    ['loaf of bread', false, false, true],
    ['coat', false, false, true],
    ['hand', false, false, true],
    ['smoke', false, false, true],
    ['forest', false, false, true],
  ])('a %s: person %s, animal %s, certainly nobody %s', (noun, person, animal, nobody) => {
    expect(new Cast([]).ofNoun(named(noun))).toMatchObject({ person, animal, nobody });
    expect(isAnimal(noun)).toBe(animal);
  });
});

it('an age belongs to the noun of a grown person, and is said already by that of a young one', () => {
  const called = (noun: string, ...adjectives: string[]) => calledWith(named(noun, { adjectives }));
  expect(called('man', 'old', 'tired')).toEqual({ noun: 'old man', adjectives: ['tired'] });
  expect(called('man', 'small')).toEqual({ noun: 'man', adjectives: ['small'] });
  expect(called('girl', 'young', 'little', 'tired')).toEqual({ noun: 'girl', adjectives: ['tired'] });
  expect(called('tree', 'old')).toEqual({ noun: 'tree', adjectives: ['old'] });
  expect([isSeveral(1), isSeveral(2), isSeveral('many')]).toEqual([false, true, false]);
});

it.each<[noun: string, isIt: boolean]>([
  ['red coat', true],
  ['boots', true],
  ['twin braids', true],
  ['hand', true],
  ['eye', true],
  ['eyebrow', true],
  ['lantern', false],
  ['coat hanger', false],
  ['girl', false],
])('“%s” is worn or a part of a body: %s', (noun, isIt) => {
  expect(isWorn(noun)).toBe(isIt);
});
