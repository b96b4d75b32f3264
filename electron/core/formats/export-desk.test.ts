import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Jobs } from '@core/jobs/index.js';
import type { Records } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { aBoard } from '@testing/records.js';
import { beforeEach, expect, it } from 'vitest';
import { ExportDesk, type SaveQuestion, WRITERS } from './index.js';
import { contextOf } from './testing/context.js';

let folder: string;
beforeEach(async () => {
  folder = await folderWith({ 'frames/0.png': 'first', 'frames/1.png': 'second', taken: '' });
});
const plain: Records = aBoard(2);
const source = { kind: 'images', name: 'board', format: 'images' } as const;
const [board] = Object.values(plain.storyboard);
const storyboard: Records['storyboard'] = board ? { board: { ...board, source } } : {};
const records: Records = { ...plain, storyboard };
const jobs = new Jobs(() => undefined);
const asked: SaveQuestion[] = [];

const deskWith = (chosen?: string | null) =>
  new ExportDesk({
    jobs,
    context: (target) => contextOf(records, { folder }, { target }),
    ...(chosen !== undefined && {
      saveDialog: async (question: SaveQuestion) => {
        asked.push(question);
        return chosen;
      },
    }),
  });

it('lists every writer of the table', () => {
  expect(deskWith().list()).toEqual(
    WRITERS.map(({ id, title, keys, options = [] }) => ({ id, title, keys, options })),
  );
});

it('holds what a browser fetches, once, and under no other name', async () => {
  const desk = deskWith();
  const made = await desk.make('csv');
  if (!made || !('token' in made)) throw new Error('nothing is held');
  const token = expect.stringMatching(/^[0-9a-f]{32}$/);
  expect(made).toEqual({ token, name: 'Harbour-scores.csv', notes: [] });
  expect(desk.taken('other')).toBeNull();
  expect(desk.taken(made.token)).toMatchObject({ name: 'Harbour-scores.csv', makes: 'file' });
  expect(desk.taken(made.token)).toBeNull();
  expect(await desk.make('picks')).toMatchObject({ name: 'Harbour-picks.zip' });
});

it('holds the last four, so that what nobody fetches does not pile up', async () => {
  const desk = deskWith();
  const tokens: string[] = [];
  for (let i = 0; i < 5; i++) {
    const made = await desk.make('csv');
    if (made && 'token' in made) tokens.push(made.token);
  }
  expect(tokens.map((token) => desk.taken(token) !== null)).toEqual([false, true, true, true, true]);
});

it('writes a file where the dialog says, its paths from there, and nothing when it is cancelled', async () => {
  const out = join(folder, 'out');
  expect(await deskWith(join(out, 'mine.json')).make('feedback')).toEqual({
    saved: 'Harbour-feedback.json',
    notes: [],
  });
  const { shots } = JSON.parse(await readFile(join(out, 'mine.json'), 'utf8'));
  expect(shots[0].takes[0].path).toBe('../frames/0.png');
  expect(await deskWith(null).make('csv')).toBeNull();
  expect(await readdir(out)).toEqual(['mine.json']);
  expect(asked.at(-1)).toEqual({ title: 'Export a table (CSV)', makes: 'file', name: 'Harbour-scores.csv' });
});

it('gives nothing where the job is cancelled, and leaves no file', async () => {
  const forget = jobs.onChange(({ id, state }) => state === 'running' && jobs.cancel(id));
  expect(await deskWith(join(folder, 'cut.csv')).make('csv')).toBeNull();
  expect(await deskWith().make('csv')).toBeNull();
  forget();
  expect((await readdir(folder)).includes('cut.csv')).toBe(false);
});

it('writes a folder of its own into the one that is chosen', async () => {
  const out = join(folder, 'client');
  expect(await deskWith(out).make('picks')).toEqual({ saved: 'Harbour-picks', notes: [] });
  expect(await readdir(join(out, 'Harbour-picks'))).toEqual(['001_shot-1.png', '002_shot-2.png']);
});

it('says what it could not write, and leaves no half of it', async () => {
  // A file stands where the folder should be.
  await expect(deskWith(join(folder, 'taken', 'x.csv')).make('csv')).rejects.toMatchObject({
    code: 'SAVE_FAILED',
    message: expect.stringContaining('x.csv'),
  });
  await expect(deskWith(folder).make('gif')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});
