import { expect, it } from 'vitest';
import { LastOf } from './last-of.js';
import { shotFinder, shotNames } from './shot-names.js';

const shots = (...names: (readonly [number: string, scene: string | null])[]) =>
  names.map(([number, scene]) => ({ number, scene }));

it.each<[what: string, named: ReturnType<typeof shots>, names: string[]]>([
  ['by their numbers', shots(['1', null], ['2', 'Mill']), ['1', '2']],
  ['with their scenes where a number repeats', shots(['1', 'Mill'], ['1', 'Yard']), ['Mill/1', 'Yard/1']],
  ['counted where that repeats too', shots(['1', 'Mill'], ['1', 'Mill']), ['1#1', '1#2']],
  ['counted without a scene', shots(['1', null], ['1', 'Mill'], ['1', null]), ['1#1', 'Mill/1', '1#3']],
  ['counted where one alone has no scene', shots(['1', null], ['1', 'Mill']), ['1#1', 'Mill/1']],
  [
    'each by another name',
    shots(['Mill/1', null], ['1', 'Mill'], ['1', 'Yard']),
    ['Mill/1', 'Mill/1#', 'Yard/1'],
  ],
])('shots are called %s', (_, named, names) => {
  expect(shotNames(named)).toEqual(names);
});

it('a shot is found by its name, also with other zeros and letters, where only one is meant', () => {
  const find = shotFinder(shots(['1a', null], ['02', null], ['2', null], ['3', 'Mill'], ['3', 'Yard']));
  expect(['1a', ' 01A ', '02', '2', '002', 'mill/3', '3', ''].map(find)).toEqual([
    0,
    0,
    1,
    2,
    undefined,
    3,
    undefined,
    undefined,
  ]);
});

it('what was made of a list is kept while it is the same list, made by the same', () => {
  const last = new LastOf<number>();
  const [pictures, choice] = [['a.png'], {}];
  let made = 0;
  const of = (list: readonly string[], by: unknown) => last.of(list, [by], () => ++made);
  expect([of(pictures, choice), of(pictures, choice), of(['a.png'], choice)]).toEqual([1, 1, 2]);
  expect([of(pictures, {}), of(pictures, choice)]).toEqual([3, 4]);
});
