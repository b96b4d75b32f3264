import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { expect, it } from 'vitest';
import { readStoryboard } from '../testing/read-storyboard.js';

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
