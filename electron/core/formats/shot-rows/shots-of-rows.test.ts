import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { expect, it } from 'vitest';
import { inputAt } from '../input.js';
import { readStoryboard } from '../testing/read-storyboard.js';
import { readRow } from './read-row.js';
import { shotsOfRows } from './shots-of-rows.js';

const png = await plainPng();

/** The shots of a file with these rows, with a manifest of keyframes beside it; `pictures`: paths from the board's folder. */
async function read(rows: readonly object[], keyframes: readonly object[], pictures: readonly string[]) {
  const folder = await folderWith({
    'board/shots.json': JSON.stringify({ shots: rows }),
    'board/manifest.json': JSON.stringify({ keyframes }),
    ...Object.fromEntries(pictures.map((path) => [join('board', path), png])),
  });
  const { shots } = await readStoryboard(join(folder, 'board', 'shots.json'));
  return {
    shots,
    takes: shots.map(({ takes }) => takes.map(({ path, selected }) => [path, selected])),
  };
}

const row = (more: object = {}) => ({ shot: 1, description: 'A fox.', prompt: 'a fox', ...more });

it('has of a shot the pictures that the manifest names for its number, and counts the one chosen there', async () => {
  const keyframes = [
    { shotNumber: 'shot_01', filePath: 'x.png', prompt: 'a fox, first' },
    { shotNumber: 1, filePath: 'y.png', prompt: 'a fox, second', isSelected: true },
  ];
  const { shots, takes } = await read([row()], keyframes, ['x.png', 'y.png']);
  expect(takes).toEqual([
    [
      ['x.png', false],
      ['y.png', true],
    ],
  ]);
  expect(shots[0]?.takes.map(({ prompt }) => prompt)).toEqual(['a fox, first', 'a fox, second']);
});

it('counts the picture that the row names, with the words of both, the row’s own first', async () => {
  const keyframes = [
    { shotNumber: 1, filePath: 'x.png', prompt: 'of the manifest', seed: 7 },
    { shotNumber: 1, filePath: 'y.png', isSelected: true },
  ];
  const images = [{ file: 'x.png', prompt: 'of the row', selected: true }];
  const { shots, takes } = await read([row({ images })], keyframes, ['x.png', 'y.png']);
  expect(takes[0]).toEqual([
    ['x.png', true],
    ['y.png', false],
  ]);
  expect(shots[0]?.takes[0]).toMatchObject({ prompt: 'of the row', seed: '7' });
});

it('takes no choice from the manifest for a picture that the row names and does not choose', async () => {
  const keyframes = [{ shotNumber: 1, filePath: 'x.png', isSelected: true }];
  const images = [{ file: 'x.png' }, { file: 'y.png', selected: true }];
  const { takes } = await read([row({ images })], keyframes, ['x.png', 'y.png']);
  expect(takes[0]).toEqual([
    ['x.png', false],
    ['y.png', true],
  ]);
});

it.each([
  ['in another case', 'Out/A.PNG', 'out/a.png'],
  ['with accents written otherwise', 'out/u\u0308ber.png', 'out/\u00fcber.png'],
  ['as another kind of file', 'out/a.jpg', 'out/a.png'],
  ['as an address', 'out/a%20b.png', 'out/a b.png'],
])('counts the picture that the row names %s, with the row’s words', async (_, image, path) => {
  const { shots, takes } = await read([row({ image, seed: 7 })], [], [path, 'out/shot_1.png']);
  expect(takes[0]).toContainEqual([path, true]);
  expect(shots[0]?.takes[0]).toMatchObject({ path, prompt: 'a fox', seed: '7' });
});

it('has a picture that lies elsewhere, and by their names those that lie with the file', async () => {
  const rows = [row({ image: '../made/far.png' }), row({ shot: 2, image: 'gone_002.png' })];
  const { takes, shots } = await read(rows, [], ['../made/far.png', 'out/gone_002.png']);
  expect(takes[0]).toEqual([['../made/far.png', true]]);
  expect(shots[1]?.takes.map(({ path }) => path)).toEqual(['out/gone_002.png']);
  for (const shot of shots) expect(shot).not.toHaveProperty('stated');
});

/** What rows come to, numbered by their places where they have no number, beside files of these names. */
async function shotsFrom(rows: readonly Record<string, unknown>[], names: readonly string[] = []) {
  const folder = await folderWith(Object.fromEntries(['board/list.csv', ...names].map((name) => [name, ''])));
  const numbered = rows.map((fields, at) => {
    const one = readRow(fields, () => undefined);
    return { ...one, number: one.number ?? String(at + 1) };
  });
  return shotsOfRows(await inputAt(join(folder, 'board', 'list.csv')), numbered);
}

it.each([
  [
    ['1.0', '2', '30.00'],
    ['1', '2', '30'],
  ],
  [
    ['1.0', '1.5'],
    ['1.0', '1.5'],
  ],
  [
    ['1.0', '2.0b'],
    ['1.0', '2.0b'],
  ],
  [
    ['A1.0', '2.0'],
    ['A1.0', '2.0'],
  ],
  [
    ['10', '1.0.0'],
    ['10', '1.0.0'],
  ],
])('numbers of a table that has no whole ones, %j, are %j', async (written, read) => {
  const { shots } = await shotsFrom(written.map((shotNumber) => ({ shotNumber })));
  expect(shots.map(({ number }) => number)).toEqual(read);
});

it('a shot is described by its description, else by its prompt, else by what is heard in it', async () => {
  const said = { description: 'seen', prompt: 'asked for', dialogue: 'heard' };
  const { description: _, ...undescribed } = said;
  const { shots } = await shotsFrom([said, undescribed, { dialogue: 'heard' }, { duration: 2 }]);
  expect(shots.map(({ description }) => description)).toEqual(['seen', 'asked for', 'heard', '']);
});

it('a shot says what its row says of it, and has no field for the rest', async () => {
  const row = { shotNumber: 7, scene: 'Mill', description: 'A fox.', duration: 2 };
  const more = { omitted: 'yes', continuistId: 'own-7', camera: 'wide' };
  const { shots } = await shotsFrom([row, { ...row, ...more }, { description: 'A fox.' }]);
  const plain = { number: '7', scene: 'Mill', description: 'A fox.', duration: 2, takes: [] };
  const stated = [{ kind: 'framing', words: 'wide' }];
  expect(shots).toStrictEqual([
    plain,
    { ...plain, isOmitted: true, ownId: 'own-7', stated },
    { ...plain, number: '3', scene: null, duration: null },
  ]);
});

it('a row with a picture of its own speaks of that one, and one without of all that bear its number', async () => {
  const words = { prompt: 'a fox', negativePrompt: 'text', seed: 7 };
  const names = [
    'shot_1.png',
    'own.png',
    'shot_2_v1.png',
    'shot_2_v2.png',
    'shot_2_v10.png',
    'a.png',
    'b.png',
  ];
  const { shots } = await shotsFrom(
    [
      { shot: 1, image: 'own.png', ...words },
      { shot: 2, ...words },
      { shot: 3, images: ['a.png', 'b.png', 'a.png'], ...words },
    ],
    names.map((name) => join('board', name)),
  );
  const said = { prompt: 'a fox', negativePrompt: 'text', seed: '7' };
  expect(shots.map(({ takes }) => takes)).toEqual([
    [
      { ...said, path: 'own.png', selected: true },
      { path: 'shot_1.png', selected: false },
    ],
    [
      { ...said, path: 'shot_2_v1.png', selected: false },
      { ...said, path: 'shot_2_v2.png', selected: false },
      { ...said, path: 'shot_2_v10.png', selected: true },
    ],
    [
      { ...said, path: 'a.png', selected: false },
      { ...said, path: 'b.png', selected: false },
    ],
  ]);
});

it('what pictures are matched by is told: numbers, scenes, words and names, and whether a shot has others', async () => {
  const rows = [
    { shot: 1, scene: 'Mill', description: 'x'.repeat(200), image: '../far.png' },
    { shot: 2, prompt: 'a fox', images: ['near.png', 'gone.png'], filenamePrefix: 'fox' },
  ];
  const { match, skipped } = await shotsFrom(rows, ['far.png', 'board/near.png', 'board/fox_00001_.png']);
  expect({ ...match, pictures: [...match.pictures].sort() }).toEqual({
    pictures: ['fox_00001_.png', 'near.png'],
    shots: [
      { number: '1', scene: 'Mill', description: 'x'.repeat(120), names: [], hasOthers: true },
      {
        number: '2',
        scene: null,
        description: 'a fox',
        names: ['near.png', 'gone.png', 'fox'],
        hasOthers: false,
      },
    ],
    columns: [],
    doubts: [],
  });
  expect(skipped).toEqual([{ name: 'gone.png', reason: 'picture of shot 2 is missing' }]);
});
