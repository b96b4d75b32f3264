import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findStoryboard } from '@core/formats/index.js';
import { reviewedOf } from '@core/review/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { aClaim } from '@testing/records.js';
import { expect, it, onTestFinished } from 'vitest';
import { type Board, BoardSource, openBoard } from './index.js';

const png = await plainPng();
const other = Buffer.concat([png, Buffer.from('another')]);
const shots = (...words: string[]) =>
  JSON.stringify({
    title: 'Walk',
    shots: words.map((sceneDescription, at) => ({ shotNumber: at + 1, sceneDescription })),
  });

async function open(
  path: string,
  dataFolder: string,
): Promise<{ board: Board; source: BoardSource; close: () => void }> {
  const find = () =>
    findStoryboard(path, { chosen: (folder, names) => reviewedOf(folder, dataFolder, names) });
  const board = await openBoard(await find(), {
    dataFolder,
    cacheFolder: join(dataFolder, 'thumbnails'),
    settings: () => DEFAULT_SETTINGS,
    log: (thrown) => {
      throw thrown;
    },
  });
  let isOpen = true;
  const close = () => {
    if (isOpen) board.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { board, source: new BoardSource(board, find), close };
}
const told = ({ review }: Board) =>
  Object.values(review.records.shot)
    .sort((a, b) => a.position - b.position)
    .map(({ number, description, status }) => `${number} ${description} ${status}`);

it('takes in what changed in its source as one step, which can be taken back', async () => {
  const folder = await folderWith({
    'shots.json': shots('a mule', 'an owl'),
    'shot_1.png': png,
    'shot_2.png': Buffer.concat([png, Buffer.from('2')]),
  });
  const data = await temporaryFolder();
  const first = await open(folder, data);
  expect(await first.source.look()).toEqual([]);
  expect(first.source.takeIn()).toEqual([]);
  const owl = Object.values(first.board.review.records.shot).find(({ number }) => number === '2');
  first.board.review.run({ id: 'a', at: 1, command: { type: 'hold', shotId: owl?.id ?? '', reason: '' } });
  first.close();

  await writeFile(join(folder, 'shots.json'), shots('a mule with a bell', 'an owl', 'a well'));
  await writeFile(join(folder, 'shot_1.png'), other);
  const { board, source } = await open(folder, data);
  expect(told(board)).toEqual(['1 a mule pending', '2 an owl on-hold']);
  const changes = await source.look();
  expect(changes.map(({ kind }) => kind).sort()).toEqual(['description', 'new', 'replaced']);
  expect(told(board)).toHaveLength(2);
  expect(source.takeIn()).toEqual(changes);
  expect(told(board)).toEqual(['1 a mule with a bell pending', '2 an owl on-hold', '3 a well pending']);
  expect(Object.values(board.review.records.take)).toHaveLength(2);
  expect(await source.look()).toEqual([]);
  expect(board.review.canUndo).toBe('Take in what changed in the source');
  const well = Object.values(board.review.records.shot).find(({ number }) => number === '3');
  board.review.system('read', (records) => ({
    ...records,
    claim: { ...records.claim, new: { ...aClaim(0), id: 'new', shotId: well?.id ?? '' } },
  }));
  board.review.undo();
  expect(told(board)).toEqual(['1 a mule pending', '2 an owl on-hold']);
  board.review.redo();
  expect(told(board)).toHaveLength(3);
  expect(Object.keys(board.review.records.claim)).toContain('new');
});

it('sees at each look what the source says by then', async () => {
  const folder = await folderWith({ 'shots.json': shots('a mule'), 'shot_1.png': png });
  const { source } = await open(folder, await temporaryFolder());
  expect(await source.look()).toEqual([]);
  await writeFile(join(folder, 'shots.json'), shots('a mule with a bell'));
  expect(await source.look()).toMatchObject([{ kind: 'description' }]);
  await writeFile(join(folder, 'shots.json'), shots('a mule'));
  expect(await source.look()).toEqual([]);
});

it('leaves the review as it is where its source is gone', async () => {
  const folder = await folderWith({ 'shots.json': shots('a mule'), 'shot_1.png': png });
  const data = await temporaryFolder();
  (await open(folder, data)).close();
  await rm(join(folder, 'shots.json'));
  const { board, source } = await open(folder, data);
  expect(await source.look()).toEqual([]);
  expect(source.isGone).toBe(true);
  expect(told(board)).toEqual(['1 a mule pending']);
});

it('has a review of its own for each shots file of a folder', async () => {
  const folder = await folderWith({
    'a.json': shots('a mule', 'a well'),
    'shot_1.png': png,
  });
  const data = await temporaryFolder();
  (await open(folder, data)).close();
  await writeFile(join(folder, 'b.json'), shots('an owl'));
  // Of two, the one that has a review is what the folder was opened as.
  const again = await open(folder, data);
  expect(told(again.board)).toHaveLength(2);
  again.close();
  const second = await open(join(folder, 'b.json'), data);
  expect(told(second.board)).toEqual(['1 an owl pending']);
  second.close();
  await expect(
    findStoryboard(folder, { chosen: (_, names) => reviewedOf(folder, data, names) }),
  ).rejects.toMatchObject({
    code: 'SEVERAL_SOURCES',
  });
  const first = await open(join(folder, 'a.json'), data);
  expect(told(first.board)).toEqual(['1 a mule pending', '2 a well pending']);
  first.close();
  // A file that has another name now is the same storyboard.
  await rm(join(folder, 'a.json'));
  await writeFile(join(folder, 'c.json'), shots('a mule', 'a well'));
  const renamed = await open(join(folder, 'c.json'), data);
  expect(renamed.board.review.file).toBe(first.board.review.file);
});

it('goes on as a shots file where it was a folder of pictures, with what was decided of them', async () => {
  const folder = await folderWith({ '1.png': png, '2.png': other });
  const data = await temporaryFolder();
  const { board, close } = await open(folder, data);
  const [one] = Object.values(board.review.records.shot);
  board.review.run({ id: 'a', at: 1, command: { type: 'reject', shotId: one?.id ?? '', reason: '' } });
  close();
  await writeFile(join(folder, 'shots.json'), shots('a mule', 'an owl'));
  const again = await open(folder, data);
  await again.source.look();
  again.source.takeIn();
  expect(told(again.board)).toEqual(['1 a mule rejected', '2 an owl pending']);
  const [storyboard] = Object.values(again.board.review.records.storyboard);
  expect(storyboard?.source).toMatchObject({ kind: 'pipeline', name: 'shots.json' });
});
