import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPicture } from './pixels.js';

const LEFT = { x: 0, y: 0, width: 0.5, height: 1 };
const RIGHT = { ...LEFT, x: 0.5 };

/** Left half of one grey, right half of another. */
const halves = (file: string, left: number, right: number) =>
  sharp(Buffer.from([left, left, left, right, right, right]), { raw: { width: 2, height: 1, channels: 3 } })
    .png()
    .toFile(file);

const greyOf = (file: string, region: typeof LEFT) =>
  readPicture(file, region, async (picture) => (await picture.raw().toBuffer())[0]);

describe('parts of a picture', () => {
  it('are of the file as it is now, however often one was asked for before', async () => {
    const file = join(await temporaryFolder(), 'picture.png');
    await halves(file, 10, 200);
    expect(await Promise.all([greyOf(file, LEFT), greyOf(file, RIGHT), greyOf(file, LEFT)])).toEqual([
      10, 200, 10,
    ]);
    await halves(file, 40, 90);
    await utimes(file, 1, 2);
    expect([await greyOf(file, LEFT), await greyOf(file, RIGHT)]).toEqual([40, 90]);
    await rm(file);
    await expect(greyOf(file, LEFT)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
  });
});
