import { createHash } from 'node:crypto';
import { rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assets } from '@core/assets/index.js';
import { findStoryboard, type ImportedPortrait } from '@core/formats/index.js';
import { isProvisional, type Records } from '@shared/records/index.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { expect, it, vi } from 'vitest';
import { type Board, PictureReadings } from './index.js';
import { openFound } from './testing/open-found.js';

const COLOURS = ['#345', '#864', '#486', '#a75'];
const pictures = await Promise.all(
  COLOURS.map((background) =>
    sharp({ create: { width: 32, height: 18, channels: 3, background } })
      .png()
      .toBuffer(),
  ),
);
const hashes = pictures.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
const names = pictures.map((_, at) => `shot_${at + 1}.png`);

const fourShots = () => folderWith(Object.fromEntries(names.map((name, at) => [name, pictures[at] ?? ''])));

/** Opens it as a folder that is too large to be read before it is shown, unless `readAtOnce` bytes are not. */
async function open(
  folder: string,
  dataFolder: string,
  { readAtOnce = 0, cast = [] as ImportedPortrait[] } = {},
): Promise<{ board: Board; close: () => void }> {
  const readings = new PictureReadings();
  const there = await findStoryboard(folder, { embedded: readings.says });
  const read = async () => ({ ...(await there.read()), portraits: cast });
  const cacheFolder = join(dataFolder, 'thumbnails');
  const board = await openFound({ ...there, read }, { dataFolder, cacheFolder, readings, readAtOnce });
  await board.pictures;
  return { board, close: () => board.close() };
}

const inOrder = ({ take }: Records) => Object.values(take).sort((a, b) => (a.path < b.path ? -1 : 1));
const hashesOf = ({ review }: Board) => inOrder(review.records).map(({ sha256 }) => sha256);
const decide = (board: Board, at: number) => {
  const { shotId, id: takeId } = inOrder(board.review.records)[at] ?? { shotId: '', id: '' };
  return board.review.run({ id: `c${at}`, at: 1, command: { type: 'approve-take', shotId, takeId } });
};

it('a board is there before its pictures are read, with their sizes, and shows them', async () => {
  const { board } = await open(await fourShots(), await temporaryFolder());
  expect(hashesOf(board).every(isProvisional)).toBe(true);
  expect(board.identities.left).toBe(4);
  const [take] = inOrder(board.review.records);
  expect(take).toMatchObject({ width: 32, height: 18, unreadable: null });
  const shown = await board.assets.variant(take?.sha256 ?? '', 160);
  expect(shown.mediaType).toBe('image/webp');
});

it('all are read before it is there where they are no more than can be read at once, and those of its cast always', async () => {
  const bytes = pictures.reduce((sum, { length }) => sum + length, 0);
  const provisional = async (options: Parameters<typeof open>[2]) => {
    const { board, close } = await open(await fourShots(), await temporaryFolder(), options);
    const { portrait } = board.review.records;
    close();
    const known = Object.values(portrait).map(({ sha256 }) => sha256);
    return [hashesOf(board).filter(isProvisional).length, ...known];
  };
  expect(await provisional({ readAtOnce: bytes })).toEqual([0]);
  expect(await provisional({ readAtOnce: bytes - 1 })).toEqual([4]);
  // Here one of them is a frame as well.
  expect(await provisional({ cast: [{ name: 'Mira', path: 'shot_1.png' }] })).toEqual([3, hashes[0]]);
});

it('they are read behind it: no step of undo, and the same as if they had been read before', async () => {
  const folder = await fourShots();
  const { board } = await open(folder, await temporaryFolder());
  const heard: string[] = [];
  await board.identities.all((read, all) => void heard.push(`${read} of ${all}`));
  expect(hashesOf(board)).toEqual(hashes);
  expect([board.identities.left, board.review.canUndo]).toEqual([0, null]);
  expect([heard[0], heard.at(-1)]).toEqual(['0 of 4', '4 of 4']);
  const read = await openFound(await findStoryboard(await fourShots()), {
    dataFolder: await temporaryFolder(),
    cacheFolder: await temporaryFolder(),
  });
  const bare = (records: Records) => inOrder(records).map(({ id, shotId, createdAt, ...take }) => take);
  expect(bare(board.review.records)).toEqual(bare(read.review.records));
});

it('what was decided before that outlasts the end of the program, and what names the picture names it by its content', async () => {
  const [folder, data] = [await fourShots(), await temporaryFolder()];
  const { board, close } = await open(folder, data);
  const third = inOrder(board.review.records)[2]?.id ?? '';
  await board.identities.of([third]);
  expect(hashesOf(board).map(isProvisional)).toEqual([true, true, false, true]);
  decide(board, 2);
  close();
  const { board: again } = await open(folder, data);
  expect(again.identities.left).toBe(3);
  const [decision] = Object.values(again.review.records.decision);
  expect(decision).toMatchObject({ takeId: third, basis: { picture: hashes[2] } });
  await again.identities.all();
  expect(hashesOf(again)).toEqual(hashes);
  expect(again.review.records.shot[decision?.shotId ?? '']?.status).toBe('approved');
  // And it is the step that undo takes back.
  again.review.undo();
  expect(Object.values(again.review.records.decision)).toEqual([]);
  expect(hashesOf(again)).toEqual(hashes);
});

it('what was read behind it is known at the next opening, and read again where the file is another since', async () => {
  const [folder, data] = [await fourShots(), await temporaryFolder()];
  const { board, close } = await open(folder, data);
  await board.identities.all();
  close();
  await writeFile(join(folder, 'shot_2.png'), pictures[0] ?? '');
  const { board: again } = await open(folder, data);
  expect(names.map((name) => again.review.picture(name)?.asset?.sha256)).toEqual(hashes);
  const [first, second] = inOrder(again.review.records);
  expect((await again.assets.variant(first?.sha256 ?? '', 160)).mediaType).toBe('image/webp');
  await expect(again.assets.variant(second?.sha256 ?? '', 160)).rejects.toMatchObject({
    code: 'IMAGE_MISSING',
  });
});

it('a board whose review was removed meanwhile is closed all the same, with what was read behind it', async () => {
  const [folder, data] = [await fourShots(), await temporaryFolder()];
  const { board, close } = await open(folder, data);
  const [take] = inOrder(board.review.records);
  await board.assets.identified(take?.sha256 ?? '');
  await rm(board.review.file);
  close();
  const { board: again } = await open(folder, data);
  expect(again.review.readOnly).toBeNull();
});

it('a picture that was written over, moved or removed before it was read is not taken for what lies there now', async () => {
  const folder = await fourShots();
  const { board } = await open(folder, await temporaryFolder());
  await writeFile(join(folder, 'shot_1.png'), pictures[1] ?? '');
  await rename(join(folder, 'shot_2.png'), join(folder, 'moved.png'));
  await rm(join(folder, 'shot_3.png'));
  await board.identities.all();
  expect(hashesOf(board).map(isProvisional)).toEqual([true, true, true, false]);
  expect(board.identities.left).toBe(0);
  for (const take of inOrder(board.review.records).slice(0, 3))
    await expect(board.fileOf(take)).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
});

it('a picture that is written while it is read is read as nothing', async () => {
  const folder = await fourShots();
  const { board } = await open(folder, await temporaryFolder());
  const { assets } = board;
  const file = join(folder, 'shot_1.png');
  const [take] = inOrder(board.review.records);
  const reading = assets.identified(take?.sha256 ?? '');
  await utimes(file, 1, 1);
  expect(await reading).toBeNull();
  expect(await assets.identified(take?.sha256 ?? '')).toBeNull();
});

it('reads what is waited for first, and nothing any more once the board is closed', async () => {
  const { board, close } = await open(await fourShots(), await temporaryFolder());
  const order: string[] = [];
  const { identified } = board.assets;
  vi.spyOn(board.assets as { identified: Assets['identified'] }, 'identified').mockImplementation((id) => {
    order.push(id);
    return identified(id);
  });
  const [first, , , last] = inOrder(board.review.records);
  for (let time = 0; time < 2; time++) await board.identities.of([last?.id ?? '', 'gone']);
  expect(order, 'and that once').toEqual([last?.sha256]);
  const rest = board.identities.all();
  close();
  await expect(rest).rejects.toMatchObject({ code: 'NO_STORYBOARD' });
  expect(isProvisional(board.review.records.take[first?.id ?? '']?.sha256 ?? '')).toBe(true);
});

it('who waits can leave', async () => {
  const { board } = await open(await fourShots(), await temporaryFolder());
  const leaving = AbortSignal.abort(new Error('left'));
  const heard = vi.fn();
  await expect(board.identities.all(heard, leaving)).rejects.toThrow('left');
  heard.mockClear();
  await board.identities.all();
  expect(hashesOf(board)).toEqual(hashes);
  expect(heard, 'who left hears no more').not.toHaveBeenCalled();
});

it('they are read at another time where what was read could not be kept, and nobody hears of them once they are', async () => {
  const { board } = await open(await fourShots(), await temporaryFolder());
  const identify = vi.spyOn(board.review, 'identify').mockImplementationOnce(() => {
    throw new Error('The disk is full.');
  });
  await expect(board.identities.all()).rejects.toThrow('full');
  expect(board.identities.left).toBe(4);
  await board.identities.all();
  expect([hashesOf(board), board.identities.left]).toEqual([hashes, 0]);
  identify.mockRestore();
  const heard = vi.fn();
  await board.identities.all(heard);
  expect(heard).not.toHaveBeenCalled();
});

it('a job that waits for them tells how far they are, and ends with them', async () => {
  const { board } = await open(await fourShots(), await temporaryFolder());
  const told: string[] = [];
  const job = (signal: AbortSignal) => ({
    signal,
    ending: signal,
    progress: (_done: number, _total: number, doing: string) => told.push(doing),
    checkpoint: () => undefined,
  });
  await expect(board.identities.during(job(AbortSignal.abort(new Error('left'))))).rejects.toThrow('left');
  await board.identities.during(job(new AbortController().signal));
  expect([told.at(0), told.at(-1)]).toEqual(['Reading pictures: 0 of 4', 'Reading pictures: 4 of 4']);
  expect(hashesOf(board)).toEqual(hashes);
});
