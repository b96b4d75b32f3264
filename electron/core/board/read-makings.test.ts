import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findStoryboard } from '@core/formats/index.js';
import { readMetadata } from '@core/metadata/index.js';
import type { Take } from '@shared/records/index.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readMakings } from './read-makings.js';
import { openFound } from './testing/open-found.js';

const PARAMETERS = 'a fox\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5, Size: 8x8, Model: dream';

/** Of an earlier version: of three pictures, one says how it was made, one says nothing, and one is gone. */
async function earlier() {
  const drawn = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .withExif({ IFD2: { UserComment: PARAMETERS } })
    .toBuffer();
  const folder = await folderWith({
    '1.jpg': drawn,
    '2.png': await plainPng(),
    '3.png': Buffer.concat([await plainPng(), Buffer.from('3')]),
  });
  const dataFolder = await temporaryFolder();
  const board = await openFound(await findStoryboard(folder), {
    dataFolder,
    cacheFolder: join(dataFolder, 'thumbnails'),
  });
  const settings = ({ path }: Take): Take['settings'] => (path === '1.jpg' ? { steps: 4 } : {});
  board.review.system('as before', (records) => ({
    ...records,
    take: Object.fromEntries(
      Object.values(records.take).map((take) => [
        take.id,
        { ...take, made: null, settings: settings(take), prompt: 'mine' },
      ]),
    ),
  }));
  await rm(join(folder, '3.png'));
  const take = (path: string): Take | undefined =>
    Object.values(board.review.records.take).find((one) => one.path === path);
  return { board, take };
}

it('asks pictures of an earlier review how they were made, and keeps what is known of them', async () => {
  const { board, take } = await earlier();
  let asked = 0;
  const read = () =>
    readMakings(
      board,
      async (file) => {
        asked++;
        return readMetadata(file);
      },
      new AbortController().signal,
    );
  const { seq, canUndo } = board.review;
  await read();
  expect(take('1.jpg')).toMatchObject({
    made: { tool: 'a1111', loras: [] },
    settings: { steps: 4, model: 'dream', sampler: 'Euler a' },
    prompt: 'mine',
  });
  expect(take('2.png')?.made).toEqual({ tool: null, loras: [], notRead: [] });
  expect(take('3.png')?.made).toBeNull();
  expect(board.review).toMatchObject({ seq: seq + 1, canUndo });
  await read();
  expect([asked, board.review.seq]).toEqual([2, seq + 1]);
});

it('leaves takes alone that are gone or were asked by somebody else meanwhile', async () => {
  const { board, take } = await earlier();
  const [drawn, plain] = [take('1.jpg'), take('2.png')];
  if (!drawn || !plain) throw new Error('not there');
  const made = { tool: 'own', loras: [], notRead: ['a note'] };
  await readMakings(
    board,
    async (file) => {
      const { [drawn.id]: _, ...takes } = board.review.records.take;
      board.review.system('meanwhile', (records) => ({
        ...records,
        take: file.endsWith('2.png') ? { ...takes, [plain.id]: { ...plain, made } } : records.take,
      }));
      return readMetadata(file);
    },
    new AbortController().signal,
  );
  expect([take('1.jpg'), take('2.png')?.made]).toEqual([undefined, made]);
});

it('keeps also what a picture says that nobody can read', async () => {
  const { board, take } = await earlier();
  const says = async (file: string) => ({ ...(await readMetadata(file)), notRead: ['a note'] });
  await readMakings(board, says, new AbortController().signal);
  expect(take('1.jpg')?.made?.notRead).toEqual(['a note']);
});

it('changes nothing once the board is closing', async () => {
  const { board, take } = await earlier();
  const ending = new AbortController();
  await readMakings(
    board,
    async (file) => {
      ending.abort();
      return readMetadata(file);
    },
    ending.signal,
  );
  expect(take('1.jpg')?.made).toBeNull();
});
