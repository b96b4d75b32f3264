import { expect, it } from 'vitest';
import { numberColumns, sceneKeysOf } from './columns.js';
import { readName } from './read-name.js';

/** The numbers of the first name that can be its shot's, the likeliest first. */
const numbersOf = (names: string): string[] => {
  const read = names.split(' | ').map((name) => readName(`${name}.png`));
  return numberColumns(read).map((column) => read[0]?.fields[column]?.text ?? '');
};

it.each([
  ['the first of one name', '3_9', ['3', '9']],
  ['the first that alone tells the names apart', '1_50 | 2_60', ['1', '50']],
  ['the one that tells the names apart', '50_1 | 50_2 | 60_3', ['1', '50']],
  ['the last, where none alone tells them apart', '1_5_8 | 1_5_9 | 1_6_8 | 2_5_8', ['8', '5', '1']],
  ['none that is the same in names of other words', 'fox 7 | owl 7', []],
  ['one that is the same, of names of the same words', 'fox 7 | fox 7', ['7']],
  ['a shot that is the same in names of other words', 'shot_1_fox | shot_1_owl', ['1']],
  ['no scene that is the same in names of other words', 'sc01_fox | sc01_owl', []],
  ['a scene that is the same, of names of the same words', 'sc01_fox | sc01_fox', ['01']],
  ['the shot, also where only the scene differs', 'sc01_sh010_fox_v1 | sc02_sh010_fox_v2', ['010', '01']],
  ['no episode that is the same', 'ep07_sc01_sh010 | ep07_sc02_sh010', ['010', '01']],
  ['what differs rather than a shot that is the same', 'sc01_sh010_5 | sc01_sh010_6', ['5']],
  ['a take, where there is nothing else', 'take_1 | take_2', ['1']],
  ['no take beside words', 'fox_take_1 | fox_take_2', []],
  ['no take where one has words', 'fox_take_1 | take_2', []],
  ['a copy, where there is nothing else', 'fox (1) | fox (2)', ['1']],
  ['no copy of other words', 'fox (1) | owl (2)', []],
  ['no counter behind other words', 'fox_00001_ | owl_00002_', []],
  ['a scene before a counter', 'scene_01_00001_ | scene_01_00002_ | scene_02_00001_', ['01', '00001']],
  [
    'a counter before a scene’s folder',
    'scene_01/x_00001_ | scene_01/x_00002_ | scene_02/x_00001_',
    ['00001', '01'],
  ],
  [
    'a shot’s folder before a counter',
    'shot_01/x_00001_ | shot_01/x_00002_ | shot_02/x_00001_',
    ['01', '00001'],
  ],
  ['a scene’s folder before a copy', 'scene_01/fox (1) | scene_01/fox (2) | scene_02/fox (1)', ['01', '1']],
])('the number of a shot is %s', (_, names, numbers) => {
  expect(numbersOf(names)).toEqual(numbers);
});

it.each([
  ['The Mill/sc02_5_sh010_7', '010', ['2', '5', 'the mill']],
  ['The Mill/sc02_5_sh010_7', '02', ['the mill']],
  ['Fox_3', '3', ['fox']],
  ['2_7_sc04', '7', ['2', '4']],
  ['ep03_shot_1', '1', []],
])('the scene of %s at %s may be named by %j', (path, text, keys) => {
  const name = readName(`${path}.png`);
  expect(
    sceneKeysOf(
      name,
      name.fields.findIndex((field) => field.text === text),
    ),
  ).toEqual(keys);
});
