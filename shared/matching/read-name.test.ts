import { expect, it } from 'vitest';
import { readName, stemOf } from './read-name.js';

it.each([
  ['3f2b9c1d-0a1b-4c2d-8e3f-123456789abc_1', 'plain 1, stamp 3f2b9c1d-0a1b-4c2d-8e3f-123456789abc', ''],
  ['2024-05-31 fox', 'stamp 2024-05-31', 'fox'],
  ['2024-10-09 fox', 'stamp 2024-10-09', 'fox'],
  ['20240531_101500 fox', 'stamp 20240531_101500', 'fox'],
  ['2024-05-01 at 10.15.00 fox', 'stamp 2024-05-01 at 10.15.00', 'fox'],
  ['2024_05_29T23h59m59s fox', 'stamp 2024_05_29T23h59m59s', 'fox'],
  ['1999.12.25 fox', 'stamp 1999.12.25', 'fox'],
  ['2024-13-01 fox', 'plain 2024, plain 13, plain 01', 'fox'],
  ['2024-05.01 fox', 'plain 2024, plain 05, plain 01', 'fox'],
  ['fox_t12.50s_2', 'plain 2, stamp t12.50s', 'fox'],
  ['fox_t12.5', 'stamp t12.5', 'fox'],
  ['xt1.5_2', 'plain 1, plain 5, plain 2', 'xt'],
  ['t1.5a_2', 'take 1, plain 5a, plain 2', ''],
  ['fox 1024x768 2', 'plain 2, stamp 1024x768', 'fox'],
  ['fox 12345x67 2', 'plain 12345, plain x67, plain 2', 'fox'],
  ['fox 67x12345 2', 'plain 67, plain x12345, plain 2', 'fox'],
  ['fox_1080p_2', 'plain 2, stamp 1080p', 'fox'],
  ['fox_a1080p_2', 'plain a1080p, plain 2', 'fox'],
  ['fox_4k_2', 'plain 2, stamp 4k', 'fox'],
  ['fox_5k_2', 'plain 5k, plain 2', 'fox'],
  ['fox@2x 1', 'plain 1, stamp 2x', 'fox'],
  ['fox_4x_1', 'plain 1, stamp 4x', 'fox'],
  ['fox_5x_1', 'plain 5x, plain 1', 'fox'],
  ['fox 24fps 1', 'plain 1, stamp 24fps', 'fox'],
  ['fox 24 fps 1', 'plain 1, stamp 24 fps', 'fox'],
  ['fox_fps24_1', 'setting 24, plain 1', 'fox'],
  ['fox1234567_1', 'plain 1, stamp 1234567', 'fox'],
  ['fox_0234567_1', 'plain 0234567, plain 1', 'fox'],
  ['fox_123456_1', 'plain 123456, plain 1', 'fox'],
  ['fox_a1b2ccdd_1', 'plain 1, stamp a1b2ccdd', 'fox'],
  ['fox_abc12def_1', 'plain 12, plain 1', 'fox abc def'],
  ['fox_deadbeef_1', 'plain 1', 'fox deadbeef'],
  ['fox１２ ٣ ५ 𝟛', 'plain 12, plain 3, plain 5, plain 3', 'fox'],
  ['fox (1)', 'copy 1', 'fox'],
  ['fox(12)', 'copy 12', 'fox'],
  ['fox (1234)', 'plain 1234', 'fox'],
  ['fox (2) more', 'plain 2', 'fox more'],
  ['fox - copy', 'copy 1', 'fox'],
  ['fox__copia', 'copy 1', 'fox'],
  ['fox kopie 2', 'copy 2', 'fox'],
  ['fox_copie (3)', 'copy 3', 'fox'],
  ['fox copy 2 more', 'take 2', 'fox more'],
  ['00001_', 'counter 00001', ''],
  ['fox_00012_', 'counter 00012', 'fox'],
  ['fox_00012_ (2)', 'counter 00012, copy 2', 'fox'],
  ['fox00012_', 'plain 00012', 'fox'],
  ['fox_0001_', 'plain 0001', 'fox'],
  ['1A', 'plain 1A', ''],
  ['1a2', 'plain 1, plain a2', ''],
  ['1ab', 'plain 1', 'ab'],
  ['A1', 'plain A1', ''],
  ['ab1', 'plain 1', 'ab'],
  ['A_1', 'plain 1', 'a'],
  ['v2', 'plain v2', ''],
  ['SH 01', 'shot 01', ''],
  ['c3 fox', 'shot 3', 'fox'],
  ['c 3 fox', 'plain 3', 'c fox'],
  ['s1e2', 'episode 1, episode 2', ''],
  ['s1_2', 'scene 1, plain 2', ''],
  ['s1_f2', 'scene 1, frame 2', ''],
  ['s1_v2', 'shot 1, take 2', ''],
  ['s1 s2', 'scene 1, shot 2', ''],
  ['p1_sh2', 'scene 1, shot 2', ''],
  ['sh2_p1', 'shot 2, take 1', ''],
  ['page2', 'frame 2', ''],
  ['sh1_frame2', 'shot 1, take 2', ''],
  ['scene_1_keyframe_2', 'scene 1, take 2', ''],
  ['scene_1_frame_2', 'scene 1, frame 2', ''],
  ['lanternShot2', 'shot 2', ''],
  ['fox lantern 2', 'plain 2', 'fox lantern'],
  ['第2镜', 'shot 2', '镜'],
  ['镜头3', 'shot 3', ''],
  ['2 镜 3', 'plain 2, shot 3', ''],
  ['shot [owl] 3', 'plain 3', 'shot owl'],
  ['fox seed 12 steps 20 3', 'setting 12, setting 20, plain 3', 'fox'],
  ['constructor1', 'plain 1', 'constructor'],
  ['take3_Fox FINAL', 'take 3', 'fox'],
  ['a\u0308\u0301 1', 'plain 1', '\u00E4\u0301'],
])('%s says %s and %j', (name, fields, words) => {
  const read = readName(`${name}.png`);
  expect(read.fields.map(({ role, text }) => `${role} ${text}`).join(', ')).toBe(fields);
  expect(read.words).toBe(words);
});

it.each([
  ['output/1', '1 “1”', '', 'plain'],
  ['Sc 2/1', '2 “Sc 2”, 1 “1”', '', 'scene/ plain'],
  ['The Mill/Sc 2/1', '2 “Sc 2”, 1 “1”', 'The Mill', 'scene/ plain'],
  ['Mill\\Inn\\1', '1 “1”', 'Mill/Inn', 'plain'],
  ['shot_3 fox/a', '3 “shot_3”', '', 'shot/'],
  ['Sc2_shot_4/x', '2 “Sc2_shot_4”, 4 “shot_4”', '', 'scene/ shot/'],
  ['2024-05-01/1', '1 “1”', '2024-05-01', 'plain'],
  ['seed 7/1', '1 “1”', 'seed 7', 'plain'],
])('the folders of %s say %s', (path, written, folders, shape) => {
  const read = readName(`${path}.png`);
  expect(read.fields.map((field) => `${field.text} “${field.written}”`).join(', ')).toBe(written);
  expect([read.folders.join('/'), read.shape]).toEqual([folders, shape]);
});

it.each([
  ['frames/1', undefined],
  ['refs/1', 'a reference'],
  ['Mill/Thumbs/1', 'a small copy'],
  ['thumbs/refs/1', 'a small copy'],
])('the picture %s is %s', (path, aside) => {
  expect(readName(`${path}.png`).aside).toBe(aside);
});

it.each([
  ['SC02_SH010', '2, 10'],
  ['000', '0'],
  ['100', '100'],
  ['1A', '1a'],
  ['2024-05-01', '2024-5-1'],
])('the numbers of %s are compared as %s', (name, keys) => {
  expect(
    readName(`${name}.png`)
      .fields.map(({ key }) => key)
      .join(', '),
  ).toBe(keys);
});

it.each([
  ['Sc02_Fox_sh1_v3', 'sc 2 fox sh 1', 'fox', ''],
  ['Fox final_3_00001_', 'fox 3', 'fox', 'fox'],
  ['the fox 2 runs', 'the fox 2 runs', 'the fox runs', 'the fox'],
  ['fox seed 7 (2)', 'fox', 'fox', 'fox'],
])('without its takes, %s is “%s”', (name, bare, words, firstWords) => {
  expect(readName(`${name}.png`)).toMatchObject({ bare, words, firstWords });
});

it('looks into the first thousand signs of a name', () => {
  const { words, fields } = readName(`${'x'.repeat(1000)} shot 7.png`);
  expect([words.length, fields]).toEqual([1000, []]);
});

it.each([
  ['a/b.png', 'b'],
  ['a/b.c.webp', 'b.c'],
  ['.png', '.png'],
  ['shot_1.5', 'shot_1.5'],
  ['a.toolong', 'a.toolong'],
])('the stem of %s is %s', (path, stem) => {
  expect(stemOf(path)).toBe(stem);
});
