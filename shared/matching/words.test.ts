import { expect, it } from 'vitest';
import { asideIn, isNeutralFolder, isVersionOf, isVersionWord } from './words.js';

it.each([
  ['refs', 'a reference'],
  ['Moodboard', 'a reference'],
  ['thumbs', 'a small copy'],
  ['Proxies', 'a small copy'],
  ['depth', 'made for a generator'],
  ['ControlNet', 'made for a generator'],
  ['init-images', 'made for a generator'],
  ['txt2img-grids', 'a sheet of several'],
  ['Grids', 'a sheet of several'],
  ['txt2img-images', undefined],
  ['frames', undefined],
  ['toString', undefined],
  ['', undefined],
])('pictures in “%s” are no frames because they are %j', (folder, why) => {
  expect(asideIn(folder)).toBe(why);
});

it.each([
  ['frames', true],
  ['Final Renders', true],
  ['txt2img-images', true],
  ['shots_final', true],
  ['board-old', true],
  ['mill', false],
  ['frames mill', false],
])('that a folder “%s” says nothing of what lies in it is %s', (folder, says) => {
  expect(isNeutralFolder(folder)).toBe(says);
});

it('takes are told apart by words for versions', () => {
  expect(['take', 'v', 'shot'].map(isVersionOf)).toEqual([true, true, false]);
  expect(['final', 'kopie', 'mill'].map(isVersionWord)).toEqual([true, true, false]);
});
