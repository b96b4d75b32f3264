import { aShot } from '@testing/records.js';
import { expect, it } from 'vitest';
import { byShot } from './by-shot.js';
import { freeSceneName, sceneAround, sceneOfShot } from './scene.js';
import type { Shot } from './shot.js';
import { freeShotNumber } from './shot-number.js';

const shots = (...scenes: (string | null)[]) => scenes.map((scene) => ({ scene }));

it.each([
  [0, [0, 2]],
  [1, [0, 2]],
  [2, [2, 3]],
  // The mill again is another scene.
  [3, [3, 4]],
  [5, [4, 6]],
])('the scene of the shot at %i is the run of its name: %j', (at, around) => {
  expect(sceneAround(shots('mill', 'mill', 'yard', 'mill', null, null), at)).toEqual(around);
});

it('a scene is found by a shot in it, in story order, and nowhere by one that is not there', () => {
  const [a, b, c] = ['yard', 'mill', 'mill'].map((scene, n) => ({ ...aShot(n), scene })) as [
    Shot,
    Shot,
    Shot,
  ];
  const shot = { [c.id]: c, [b.id]: b, [a.id]: a };
  expect(sceneOfShot({ shot }, c.id)).toEqual({ shots: [a, b, c], at: 2, from: 1, to: 3 });
  expect(sceneOfShot({ shot }, a.id)).toMatchObject({ at: 0, from: 0, to: 1 });
  expect(sceneOfShot({ shot }, 'gone')).toMatchObject({ at: -1, from: 0, to: 0 });
});

it.each([
  ['Mill', ['Mill'], 'Mill 2'],
  ['Mill', ['Mill', 'Mill 2', null], 'Mill 3'],
  ['3', ['3', '3A'], '3B'],
  ['3', ['3', ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `3${letter}`)], '3 2'],
  ['3 mills', ['3 mills'], '3 mills 2'],
  [null, ['1', '2', null], '3'],
  [null, [], '1'],
])('a scene like “%s” beside %j is called “%s”', (scene, taken, name) => {
  expect(freeSceneName(scene, taken)).toBe(name);
});

it.each([
  ['3', ['3'], '3A'],
  ['3', ['3', '3A'], '3B'],
  ['3A', ['3', '3A'], '3B'],
  ['3A', ['3A', '3B'], '3C'],
  // Behind the last letter it goes on within.
  ['3Z', ['3Z'], '3ZA'],
  ['1a', ['1a'], '1aA'],
  ['A', ['A'], 'AA'],
  ['3A', [], '3B'],
  ['3AB', ['3AB'], '3ABA'],
  ['Shot 3a', [], 'Shot 3aA'],
  // What is written over two lines ends in no number with a letter.
  ['Shot\n3A', [], 'Shot\n3AA'],
  ['3', ['3', ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `3${letter}`)], '3-2'],
  ['', ['1'], '2'],
  ['', [], '1'],
])('a shot behind number “%s”, where %j are taken, has “%s”', (number, taken, free) => {
  expect(freeShotNumber(number, new Set(taken))).toBe(free);
});

it('records of a table are gone through once for all who ask by shot', () => {
  const table = { a: { shotId: 's', n: 1 }, b: { shotId: 't', n: 2 }, c: { shotId: 's', n: 3 } };
  const known = byShot(table);
  expect([...known]).toEqual([
    ['s', [table.a, table.c]],
    ['t', [table.b]],
  ]);
  expect(byShot(table)).toBe(known);
  expect(byShot({ ...table })).not.toBe(known);
});
