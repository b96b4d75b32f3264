import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { inputAt } from '../input.js';
import { readStoryboard } from '../testing/read-storyboard.js';
import { storyboarder } from './index.js';

const png = await plainPng();
const filled = (
  background: { r: number; g: number; b: number; alpha: number },
  height = 8,
): Promise<Buffer> =>
  sharp({ create: { width: 8, height, channels: 4, background } })
    .png()
    .toBuffer();

const project = (boards: unknown, more: object = {}): string =>
  JSON.stringify({
    version: '3.0.0',
    aspectRatio: 1.7777,
    fps: 24,
    defaultBoardTiming: 2000,
    boards,
    ...more,
  });
async function read(boards: unknown, files: Record<string, Buffer> = {}, more: object = {}) {
  const folder = await folderWith({ 'harbour.storyboarder': project(boards, more), ...files });
  return { folder, board: await readStoryboard(join(folder, 'harbour.storyboarder')) };
}

it('reads a shot for each board: action, speech, notes and time', async () => {
  const { board } = await read(
    [
      {
        uid: 'A',
        url: 'board-1-A.png',
        shot: '1A',
        duration: 1500,
        action: 'A porter drops a case.',
        dialogue: 'Mind the "step"!',
        notes: 'hold',
      },
      { uid: 'B', url: 'board-2-B.png', number: 2, dialogue: 'Who?' },
      { uid: 'C', url: 'board-3-C.png', duration: 0 },
    ],
    { 'images/board-1-A-posterframe.jpg': png, 'images/board-2-B-posterframe.jpg': png },
  );
  expect(board).toMatchObject({ title: 'harbour', source: { format: 'storyboarder' } });
  expect(board.shots).toMatchObject([
    {
      number: '1A',
      description: 'A porter drops a case. Somebody says: “Mind the ’step’!”',
      note: 'hold',
      duration: 1.5,
      takes: [{ path: 'images/board-1-A-posterframe.jpg' }],
    },
    { number: '2', description: 'Somebody says: “Who?”', duration: 2 },
    { number: '3', description: '', duration: null, takes: [] },
  ]);
  expect(board.skipped).toContainEqual({
    name: 'images/board-3-C.png',
    reason: 'picture of shot 3 is missing',
  });
});

it('takes two seconds for a board where neither it nor the project says how long it is', async () => {
  const boards = [{ url: 'a.png' }, { url: 'b.png', duration: null }, { url: 'c.png', duration: 0 }];
  const timed = async (more: object) =>
    (await read(boards, {}, more)).board.shots.map(({ duration }) => duration);
  expect(await timed({ defaultBoardTiming: undefined })).toEqual([2, 2, null]);
  expect(await timed({ defaultBoardTiming: 'slow' })).toEqual([2, 2, null]);
  expect(await timed({ defaultBoardTiming: 750 })).toEqual([0.75, 0.75, null]);
  expect(await timed({ defaultBoardTiming: 0 })).toEqual([null, null, null]);
});

it.each<[name: string, content: string, sure: number]>([
  ['a.storyboarder', project([]), 0.9],
  ['a.storyboarder', '{"scenes": []}', 0],
  ['a.storyboarder', '[1]', 0],
  ['a.json', project([]), 0],
])('knows its own projects: %s with %s', async (name, content, sure) => {
  const folder = await folderWith({ [name]: content });
  expect(await storyboarder.recognises(await inputAt(join(folder, name)))).toBe(sure);
});

it('lays the layers of a board over each other in their order, each with its opacity, on white', async () => {
  const layers = {
    // As the file may have them: what lies lowest comes last.
    ink: { url: 'board-1-A-ink.png', opacity: 0.5 },
    fill: { url: '../board-1-A-fill.png' },
    tone: { url: 'gone.png' },
    pencil: { url: 'board-1-A-pencil.png', opacity: 0 },
  };
  const { folder, board } = await read([{ uid: 'A', url: 'board-1-A.png', layers }], {
    'images/board-1-A-ink.png': await filled({ r: 0, g: 0, b: 0, alpha: 1 }),
    'images/board-1-A-fill.png': await filled({ r: 200, g: 100, b: 0, alpha: 1 }),
    'images/board-1-A-pencil.png': await filled({ r: 255, g: 0, b: 0, alpha: 1 }),
    'images/board-1-A-thumbnail.png': png,
  });
  const path = board.shots[0]?.takes[0]?.path ?? '';
  expect(path).toBe('.continuist/boards/board-1-A.png');
  const { data, info } = await sharp(await readFile(join(folder, path)))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([8, 8, 3]);
  for (const [at, value] of [100, 50, 0].entries())
    expect(Math.abs((data[at] ?? -9) - value)).toBeLessThanOrEqual(2);
});

it('shows a half seen layer on white paper', async () => {
  const { folder, board } = await read(
    [{ url: 'b.png', layers: { ink: { url: 'b-ink.png', opacity: 0.5 } } }],
    {
      'images/b-ink.png': await filled({ r: 0, g: 0, b: 0, alpha: 1 }),
    },
  );
  const { data } = await sharp(await readFile(join(folder, board.shots[0]?.takes[0]?.path ?? '')))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(Math.abs((data[0] ?? 0) - 127)).toBeLessThanOrEqual(2);
});

it('shows what else there is: the board’s own file, else its thumbnail', async () => {
  const { board } = await read(
    [{ url: 'board-1-A.png' }, { url: 'board-2-B.png', layers: { ink: { url: 'broken.png' } } }],
    {
      'images/board-1-A.png': png,
      'images/board-2-B-thumbnail.png': png,
      'images/broken.png': Buffer.from('no picture'),
    },
  );
  expect(board.shots.map(({ takes }) => takes[0]?.path)).toEqual([
    'images/board-1-A.png',
    'images/board-2-B-thumbnail.png',
  ]);
  expect(board.skipped.map(({ reason }) => reason)).toContainEqual(
    expect.stringMatching(/^its layers cannot be put together/),
  );
});

it('passes over layers that say nothing or are not seen, and looks for files in the folder of pictures alone', async () => {
  const { board } = await read(
    [
      { url: 'a.png', layers: { ink: 7, tone: { url: 3 }, fill: { url: 'gone.png' } } },
      { url: 'b.png', layers: { ink: { url: 'ink.png', opacity: 0 } } },
      { url: 'up\\down/deep/c.png', layers: 'none' },
      { layers: { ink: { url: 'ink.png' } } },
    ],
    {
      'images/a-thumbnail.png': png,
      'images/b-thumbnail.jpg': png,
      'images/c-posterframe.png': png,
      'images/ink.png': png,
    },
  );
  expect(board.shots.map(({ takes }) => takes[0]?.path)).toEqual([
    'images/a-thumbnail.png',
    'images/b-thumbnail.jpg',
    'images/c-posterframe.png',
    undefined,
  ]);
  expect(board.skipped.filter(({ name }) => name !== 'images/ink.png')).toEqual([
    { name: 'picture of shot 4', reason: 'the board names none' },
  ]);
});

it.each<[boards: unknown, message: string]>([
  [3, 'boards: expected a list of boards'],
  [[], 'boards: expected at least one board'],
  [[{ url: 'a.png', duration: 'long' }], 'boards[0].duration: expected a number of milliseconds'],
  [
    [{ url: 'a.png' }, { url: 'b.png', duration: -1 }],
    'boards[1].duration: expected a number of milliseconds',
  ],
])('refuses boards %j', async (boards, message) => {
  await expect(read(boards)).rejects.toMatchObject({
    code: 'BAD_FILE',
    message: expect.stringContaining(`harbour.storyboarder, ${message}`),
  });
});
