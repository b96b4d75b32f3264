import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { expect, it } from 'vitest';
import { inputAt } from '../input.js';
import { readStoryboard } from '../testing/read-storyboard.js';
import { viStoryBench } from './index.js';

const png = await plainPng();
const STORY = {
  Story_type: { en: 'Fable', ch: '寓言' },
  Characters: {
    Piet: {
      tag: 'unrealistic_human',
      name_en: 'Piet',
      name_ch: '皮特',
      prompt_en: 'a boy with a green cap',
      prompt_ch: '男孩',
    },
    Old: { name_en: 'The old man', prompt_en: '', prompt_ch: '一个老人' },
    Nobody: { name_en: 'Nobody' },
  },
  Shots: [
    {
      index: 1,
      'Plot Correspondence': { en: 'Piet goes.', ch: 'x' },
      'Setting Description': { en: 'A frozen canal at night', ch: 'x' },
      'Shot Perspective Design': { en: 'Wide shot', ch: 'x' },
      'Characters Appearing': { en: ['Piet', 'Somebody'], ch: ['皮特'] },
      'Static Shot Description': { en: 'A boy waits on the ice.', ch: 'x' },
    },
    { index: '3', 'Plot Correspondence': { en: '', ch: '他走了' }, 'Static Shot Description': {} },
  ],
};
const files = { 'frames/shot_01.png': png, 'frames/shot_03.png': png, 'refs/Piet.png': png };

it('reads shots with their frames, whose numbers may have gaps, and what is stated of them', async () => {
  const folder = await folderWith({ 'story.json': `\uFEFF${JSON.stringify(STORY)}`, ...files });
  const board = await readStoryboard(folder);
  expect(board.source).toEqual({ kind: 'pipeline', name: 'story.json', format: 'vistorybench' });
  expect(board.shots).toMatchObject([
    {
      number: '1',
      description: 'A boy waits on the ice.',
      stated: [
        { kind: 'framing', words: 'Wide shot' },
        { kind: 'place', words: 'A frozen canal at night' },
        { kind: 'thing', words: 'a boy with a green cap' },
        { kind: 'thing', words: 'Somebody' },
      ],
      takes: [{ path: 'frames/shot_01.png' }],
    },
    { number: '3', description: '他走了', takes: [{ path: 'frames/shot_03.png' }] },
  ]);
});

it('states nothing of what is left blank, and passes over names that are none', async () => {
  const shot = {
    index: 1,
    'Setting Description': { en: ' ' },
    'Shot Perspective Design': { en: '' },
    'Characters Appearing': { en: ['Piet', '', ' ', 7, null] },
    'Static Shot Description': { en: 'A boy waits.' },
  };
  const folder = await folderWith({ 'story.json': JSON.stringify({ ...STORY, Shots: [shot] }), ...files });
  const [read] = (await readStoryboard(join(folder, 'story.json'))).shots;
  expect(read?.stated).toEqual([{ kind: 'thing', words: 'a boy with a green cap' }]);
});

it('makes the cast its characters, and their pictures portraits of them', async () => {
  const folder = await folderWith({ 'story.json': JSON.stringify(STORY), ...files });
  const { characters, portraits, skipped } = await readStoryboard(join(folder, 'story.json'));
  expect(characters).toEqual([
    { name: 'Piet', description: 'a boy with a green cap', aliases: ['皮特'] },
    { name: 'Old', description: '一个老人', aliases: ['The old man'] },
  ]);
  expect(portraits).toEqual([{ name: 'Piet', path: 'refs/Piet.png' }]);
  expect(skipped).toEqual([]);
});

it('takes no picture of a character for a frame, however its folder is called, and names whom it shows', async () => {
  const given = [
    'image/Piet/00.png',
    'image/The old man/1.png',
    'refs/Piet 2.png',
    '皮特.png',
    'refs/map.png',
  ];
  const folder = await folderWith({
    'story.json': JSON.stringify(STORY),
    'out/shot_01.png': png,
    'out/Piet 3.png': png,
    ...Object.fromEntries(given.map((path) => [path, png])),
  });
  const { shots, portraits, skipped } = await readStoryboard(folder);
  expect(shots.map(({ takes }) => takes.map(({ path }) => path))).toEqual([
    ['out/shot_01.png'],
    ['out/Piet 3.png'],
  ]);
  expect(Object.fromEntries(portraits?.map(({ name, path }) => [path, name]) ?? [])).toEqual({
    'image/Piet/00.png': 'Piet',
    'image/The old man/1.png': 'Old',
    'refs/Piet 2.png': 'Piet',
    '皮特.png': 'Piet',
  });
  expect(skipped).toEqual([{ name: 'refs/map.png', reason: expect.stringContaining('a reference') }]);
  const cast = { ...STORY.Characters, 'Dr. No': { prompt_en: 'a man in grey' } };
  const shown = {
    'refs/by hand/Piet2.png': 'Piet',
    'Chars/the_-_old  man 12.png': 'Old',
    'refs/Dr. No.png': 'Dr. No',
    // Neither a name alone, nor one with a number in a folder of references.
    'refs/Piet 2 b.png': undefined,
    'outref/Piet 3.png': undefined,
  };
  const more = await folderWith({
    'story.json': JSON.stringify({ ...STORY, Characters: cast }),
    ...Object.fromEntries(Object.keys(shown).map((path) => [path, png])),
  });
  const named = (await readStoryboard(more)).portraits ?? [];
  for (const [path, who] of Object.entries(shown))
    expect([path, named.find((one) => one.path === path)?.name]).toEqual([path, who]);
  // Frames that bear nothing but the names of characters are frames.
  const alone = await folderWith({
    'story.json': JSON.stringify(STORY),
    'Piet/1.png': png,
    'Piet/3.png': png,
  });
  const ofFrames = await readStoryboard(alone);
  expect([ofFrames.skipped, ofFrames.portraits]).toEqual([[], []]);
});

it.skipIf(process.platform === 'win32')(
  'names pictures of characters that are pipes or devices',
  async () => {
    const folder = await folderWith({ 'story.json': JSON.stringify(STORY), ...files });
    execFileSync('mkfifo', [join(folder, 'refs', 'Old.png')]);
    await symlink('/dev/zero', join(folder, 'refs', 'Nobody.png'));
    const { portraits, skipped } = await readStoryboard(folder);
    expect(portraits).toEqual([{ name: 'Piet', path: 'refs/Piet.png' }]);
    const reason = expect.stringContaining('a pipe or a device');
    expect(skipped.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'refs/Nobody.png', reason },
      { name: 'refs/Old.png', reason },
    ]);
  },
);

it('knows its own before a shots file does', async () => {
  const folder = await folderWith({
    'story.json': JSON.stringify(STORY),
    'shots.json': '{"shots": [{"shot": 1}]}',
  });
  expect(await viStoryBench.recognises(await inputAt(join(folder, 'story.json')))).toBe(0.9);
  expect(await viStoryBench.recognises(await inputAt(join(folder, 'shots.json')))).toBe(0);
  const story = await inputAt(join(folder, 'story.json'));
  expect(await viStoryBench.recognises({ ...story, extension: '.txt' })).toBe(0);
});
