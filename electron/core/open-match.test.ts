/** What is asked before a board opens, and what becomes of the answer. */
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_CHOICE } from '@shared/matching/index.js';
import { shotsInOrder, takesOf } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Application } from './application.js';
import { startApplication } from './testing/application.js';

const png = await plainPng();
let root: string;
let application: Application;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-match-'));
  application = await startApplication(root);
});
afterAll(async () => {
  await application.close();
  await rm(root, { recursive: true, force: true });
});

const shots = (count: number, title = 'Walk') =>
  JSON.stringify({
    title,
    shots: Array.from({ length: count }, (_, at) => ({
      shotNumber: at + 1,
      sceneDescription: `shot ${at + 1}`,
    })),
  });
const shown = (): string[] => {
  const { records } = application.board.review;
  return shotsInOrder(records).map(({ id, number }) =>
    [number, ...takesOf(records, id).map(({ path }) => path)].join(' '),
  );
};
const INVERTED = { ...NO_CHOICE, pictures: { 'frame_0.png': '2', 'frame_1.png': '1' } };

it('a plain board opens without a question, and one that is not stays closed until it is answered', async () => {
  const plain = await folderWith({ 'shots.json': shots(1), 'shot_1.png': png });
  const confirm = (doubts: readonly string[]): boolean => {
    asked.push(...doubts);
    return false;
  };
  const asked: string[] = [];
  expect(await application.open(plain, { confirm })).toBe(true);
  expect(asked).toEqual([]);
  const folder = await folderWith({ 'shots.json': shots(2), 'frame_0.png': png, 'frame_1.png': png });
  expect(await application.open(folder, { confirm })).toBe(false);
  expect(asked).toEqual([
    'The numbers in the names are not those of the shots. The pictures are matched in the order of their names.',
  ]);
  expect(application.board.review.folder).toBe(plain);
});

it('shows every picture by an address of its own, from no file but those of the folder', async () => {
  const folder = await folderWith({ 'shots.json': shots(2), 'frame_0.png': png, 'frame_1.png': png });
  const { match, name, files } = await application.matching.questionAt(folder, NO_CHOICE);
  expect([name, files]).toEqual([folder.split(/[\\/]/).at(-1), []]);
  expect(match?.shots?.map(({ number, description }) => `${number} ${description}`)).toEqual([
    '1 shot 1',
    '2 shot 2',
  ]);
  const [first] = match?.pictures ?? [];
  expect(first).toMatchObject({ path: 'frame_0.png', id: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { bytes } = await application.picture({ sha256: first?.id ?? '', width: 160 });
  expect((await sharp(bytes).metadata()).format).toBe('webp');
  await expect(application.picture({ sha256: '0'.repeat(64), width: 160 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('what was answered is kept with the review, and its source is read by it for ever', async () => {
  const folder = await folderWith({
    'shots.json': shots(2),
    'frame_0.png': png,
    'frame_1.png': Buffer.concat([png, png]),
  });
  await application.open(folder, { match: INVERTED });
  expect(shown()).toEqual(['1 frame_1.png', '2 frame_0.png']);
  await application.closeBoard();
  await application.open(folder, { confirm: () => false });
  expect(shown()).toEqual(['1 frame_1.png', '2 frame_0.png']);
  expect((await application.source?.look())?.changes).toEqual([]);
  // Said anew, the pictures go where they belong now, as one step.
  await application.open(folder, { match: { ...NO_CHOICE, pattern: 'frame_{shot}.png' } });
  await writeFile(join(folder, 'shots.json'), shots(2).replace('"shotNumber":2', '"shotNumber":0'));
  await application.source?.look();
  application.takeInSource();
  expect(shown()).toEqual(['1 frame_1.png', '0 frame_0.png']);
  expect(application.board.review.match).toMatchObject({ pattern: 'frame_{shot}.png', pictures: {} });
});

it('shots that no picture shows are opened where that is meant, and a picture that comes for one is taken in', async () => {
  const folder = await folderWith({ 'shots.json': shots(2), 'owl.png': png });
  await expect(application.open(folder)).rejects.toMatchObject({ code: 'NO_PICTURE_MATCHES' });
  await application.open(folder, { withoutPictures: true });
  expect(shown()).toEqual(['1', '2']);
  expect(application.board.review.skipped.map(({ name }) => name)).toEqual(['owl.png']);
  expect(await application.source?.look()).toMatchObject({ changes: [], problem: null });
  await writeFile(join(folder, 'shot_2.png'), Buffer.concat([png, png]));
  expect((await application.source?.look())?.changes).toHaveLength(1);
  application.takeInSource();
  expect(shown()).toEqual(['1', '2 shot_2.png']);
  // Once a picture was there, none that matches is said as what it is, and takes nothing off the board.
  await rename(join(folder, 'shot_2.png'), join(folder, 'cat.png'));
  expect(await application.source?.look()).toMatchObject({
    changes: [],
    problem: expect.stringMatching(/^No picture matches a shot: .*The board stays as it is/),
  });
});

it('what only the order decided stays as it was when a picture comes', async () => {
  const folder = await folderWith({
    'shots.json': shots(2),
    'frame_0.png': png,
    'frame_1.png': Buffer.concat([png, png]),
  });
  await application.open(folder);
  await writeFile(join(folder, 'frame_2.png'), Buffer.concat([png, png, png]));
  expect((await application.source?.look())?.changes).toEqual([]);
  expect(application.board.review.skipped).toContainEqual({
    name: 'frame_2.png',
    reason: 'the numbers in the names are not those of the shots',
  });
});

it('the match of an open board is put otherwise as one step, which leaves decisions and can be taken back', async () => {
  const folder = await folderWith({
    'shots.json': shots(2),
    'frame_0.png': png,
    'frame_1.png': Buffer.concat([png, png]),
  });
  await application.open(folder);
  await writeFile(join(folder, 'sketch.png'), Buffer.concat([png, png, png]));
  const before = ['1 frame_0.png', '2 frame_1.png'];
  expect(shown()).toEqual(before);
  const { review } = application.board;
  const [shot] = shotsInOrder(review.records);
  application.run({ id: 'hold', at: 1, command: { type: 'hold', shotId: shot?.id ?? '', reason: '' } });

  const asked = await application.matching.questionOf(application, null);
  expect(asked).toMatchObject({
    token: null,
    said: { pictures: { 'frame_0.png': '1', 'frame_1.png': '2' } },
  });
  const choice = { ...asked.said, pictures: { ...INVERTED.pictures, 'sketch.png': '2' } };
  expect((await application.rematch(choice)).map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    'picture 1',
    'picture 2',
    'picture 2',
  ]);
  const after = ['1 frame_1.png', '2 frame_0.png sketch.png'];
  expect([shown(), review.skipped, review.canUndo]).toEqual([after, [], 'Match pictures to shots']);
  expect(shotsInOrder(review.records)[0]).toMatchObject({ status: 'on-hold' });
  expect((await application.source?.look())?.changes).toEqual([]);

  application.undo();
  expect([shown(), review.match.pictures]).toEqual([before, asked.said.pictures]);
  expect((await application.source?.look())?.changes).toEqual([]);
  await application.closeBoard();
  await application.open(folder);
  application.redo();
  expect([shown(), application.board.review.match]).toEqual([after, choice]);
  // The same again is no step.
  expect(await application.rematch(choice)).toEqual([]);
  expect(application.board.review.canUndo).toBe('Match pictures to shots');

  const nothing = { ...NO_CHOICE, pattern: 'none_{shot}' };
  await expect(application.rematch(nothing)).rejects.toMatchObject({ code: 'NO_PICTURE_MATCHES' });
  expect([shown(), application.board.review.match]).toEqual([after, choice]);
});

it('of two shots files one is chosen, and each has a review of its own', async () => {
  const folder = await folderWith({
    'a.json': shots(1, 'First'),
    'b.json': shots(2, 'Second'),
    'shot_1.png': png,
    'shot_2.png': png,
  });
  const { files, match } = await application.matching.questionAt(folder, NO_CHOICE);
  expect([files.map(({ name }) => name), match]).toEqual([['a.json', 'b.json'], null]);
  const keys = new Set<string>();
  for (const { token } of files) {
    await application.open(application.folderBrowser.pathOf(token));
    keys.add(application.board.review.key);
  }
  expect(keys.size).toBe(2);
});
