import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { folderWith } from '@testing/folder.js';
import { aTake } from '@testing/records.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { WrittenBoard } from '../format.js';
import { sheetPicture } from './picture.js';

const take = aTake(0);
const ROOM = { width: 100, height: 90.4 };
const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer();
const boardWith = (fileOf: () => Promise<string>) => ({ fileOf }) as unknown as WrittenBoard;

it.each([
  ['is made to fit', 640, 360, 100, 56],
  ['is made to fit its height', 360, 720, 45, 90],
  ['is made no larger', 20, 10, 20, 10],
])(
  'a picture %s, with grey where it shows nothing',
  async (_what, width, height, shownWidth, shownHeight) => {
    const folder = await folderWith({ 'a.png': await png(width, height) });
    const shown = await sheetPicture(
      boardWith(async () => join(folder, 'a.png')),
      take,
      ROOM,
    );
    if (!('jpeg' in shown)) throw new Error(shown.why);
    expect([shown.width, shown.height]).toEqual([shownWidth, shownHeight]);
    const { data, info } = await sharp(shown.jpeg).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([shownWidth, shownHeight, 3]);
    for (const value of data.subarray(0, 3)) expect(Math.abs(value - 128)).toBeLessThan(4);
  },
);

it('says why none is shown', async () => {
  const folder = await folderWith({ 'a.png': 'no picture' });
  const why = (one: typeof take | null, fileOf: () => Promise<string>) =>
    sheetPicture(boardWith(fileOf), one, ROOM);
  const failing = (thrown: unknown) => async () => {
    throw thrown;
  };
  const missing = new ContinuistError('IMAGE_MISSING', 'a.png');
  const other = new ContinuistError('IMAGE_UNREADABLE', 'a.png');
  expect(await why(null, failing(missing))).toEqual({ why: 'No picture' });
  expect(await why(take, failing(missing))).toEqual({ why: 'The picture is missing' });
  expect(await why(take, async () => join(folder, 'gone.png'))).toEqual({ why: 'The picture is missing' });
  for (const fileOf of [
    failing(other),
    failing(new Error('IMAGE_MISSING')),
    async () => join(folder, 'a.png'),
  ])
    expect(await why(take, fileOf)).toEqual({ why: 'The picture cannot be read' });
});
