import { describe, expect, it } from 'vitest';
import { readName } from './read-name.js';
import { ShotIndex } from './shot-index.js';

/** Shots as `number` or `scene/number`. */
const indexOf = (...shots: string[]): ShotIndex =>
  new ShotIndex(
    shots.map((shot) => {
      const [number = '', scene = null] = shot.split('/').reverse();
      return { number, scene, names: [] };
    }),
  );

describe('a picture of this number and scene shows', () => {
  it.each<[string, string[], number: string, scenes: string[], found: number[]]>([
    ['the shot of that number', ['1', '2'], '2', [], [1]],
    ['the shot whose number is written with zeros', ['001', '002'], '2', [], [1]],
    ['none where no shot has the number', ['1', '2'], '3', [], []],
    ['the shot of that number and letter', ['1', '1A'], '1a', [], [1]],
    ['the shot of that number, where none has the letter', ['1', '2'], '1b', [], [0]],
    ['the shot of that number, where none has the letter in front', ['1', '2'], 'a1', [], [0]],
    ['none where a letter stands within', ['12'], '1x2', [], []],
    ['the shot in the scene of that name', ['Mill/1', 'Inn/1'], '1', ['inn'], [1]],
    ['the shot in the scene of that number', ['Scene 3/1', 'Scene 2/1'], '1', ['2'], [1]],
    ['the shot in the scene of that whole name', ['Scene 3/1', 'Scene 2/1'], '1', ['scene 2'], [1]],
    ['the shot in the first scene', ['Mill/1', 'Inn/1'], '1', ['1'], [0]],
    ['the shot in the second scene', ['Mill/1', 'Inn/1'], '1', ['2'], [1]],
    ['all, where only some scenes have numbers', ['Mill/1', 'Scene 7/1'], '1', ['1'], [0, 1]],
    ['all, where some are of no scene', ['1', 'Mill/1'], '1', ['0'], [0, 1]],
    ['all, where nothing is said of the scene', ['Scene 2/1', 'Mill/1'], '1', [''], [0, 1]],
    ['those of both scenes, in story order', ['Mill/1', 'Inn/1', 'Inn/2'], '1', ['inn', 'mill'], [0, 1]],
    ['the shot whose number says the scene', ['1_1', '1_2', '2_1'], '1', ['2'], [2]],
    ['the shot of no scene, where the scene is another', ['1_1', '1_2', '2_1', '1'], '1', ['9'], [3]],
    ['all, where only words are said of the scene', ['1_1', '1_2', '2_1', '1'], '1', ['fox'], [0, 2, 3]],
  ])('%s', (_, shots, number, scenes, found) => {
    expect(indexOf(...shots).find(number, scenes)).toEqual(found);
  });

  it('the shot whose number is the same words', () => {
    const index = indexOf('opening fox', 'owl', 'owl');
    const named = (name: string) => index.named(readName(`${name}.png`));
    expect([named('Opening-Fox_00001_'), named('owl_v2'), named('fox')]).toEqual([[0], [1, 2], []]);
  });
});

it.each([
  ['mill', true],
  ['1', true],
  ['inn', false],
  ['3', false],
])('a scene that is some of the shots’ tells them apart: %s', (scene, tells) => {
  expect(indexOf('Mill/1', 'Yard/2').tellsApart(scene)).toBe(tells);
});

it.each([
  [['Mill/1', 'Mill/2'], 'mill'],
  [['fox', 'owl'], 'fox'],
])('%j are not told apart by %s', (shots, scene) => {
  expect(indexOf(...shots).tellsApart(scene)).toBe(false);
});
