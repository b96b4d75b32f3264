import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Preparation, pixelValues, readPicture } from './pixels.js';

const LEFT = { x: 0, y: 0, width: 0.5, height: 1 };
const RIGHT = { ...LEFT, x: 0.5 };

/** Left half of one grey, right half of another. */
const halves = (file: string, left: number, right: number) =>
  sharp(Buffer.from([left, left, left, right, right, right]), { raw: { width: 2, height: 1, channels: 3 } })
    .toFormat(file.endsWith('.webp') ? 'webp' : 'png', { lossless: true })
    .toFile(file);

const greyOf = (file: string, region: typeof LEFT) =>
  readPicture(file, region, async (picture) => (await picture.raw().toBuffer())[0]);

describe('parts of a picture', () => {
  it.each(['png', 'webp'])(
    'are of the %s as it is now, however often one was asked for before',
    async (format) => {
      const file = join(await temporaryFolder(), `picture.${format}`);
      await halves(file, 10, 200);
      expect(await Promise.all([greyOf(file, LEFT), greyOf(file, RIGHT), greyOf(file, LEFT)])).toEqual([
        10, 200, 10,
      ]);
      await halves(file, 40, 90);
      await utimes(file, 1, 2);
      expect([await greyOf(file, LEFT), await greyOf(file, RIGHT)]).toEqual([40, 90]);
      await rm(file);
      await expect(greyOf(file, LEFT)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    },
  );
});

describe('the numbers of a picture', () => {
  const GREY: Preparation = {
    size: 2,
    resize: 'stretch',
    kernel: 'linear',
    mean: [0, 0, 0],
    std: [1, 1, 1],
  };
  const leftOf = async (file: string, preparation = GREY) =>
    Math.round(255 * ((await pixelValues(file, preparation))[0] ?? 0));

  it('are made once for all who look at it one after the other in the same way', async () => {
    const file = join(await temporaryFolder(), 'picture.png');
    await halves(file, 10, 200);
    const [one, other] = await Promise.all([pixelValues(file, GREY), pixelValues(file, GREY)]);
    expect(other).toBe(one);
    expect(await pixelValues(file, { ...GREY })).toBe(one);
    for (const [change, length] of [
      [{ size: 4 }, 48],
      [{ kernel: 'cubic' }, 12],
      [{ resize: 'contain' }, 12],
      [{ mean: [0.5, 0, 0] }, 12],
      [{ std: [1, 1, 2] }, 12],
    ] as const) {
      const changed = await pixelValues(file, { ...GREY, ...change });
      expect(changed).not.toBe(await pixelValues(file, GREY));
      expect(changed).toHaveLength(length);
    }
  });

  it('are of the file as it is now, and of a part as of that part', async () => {
    const file = join(await temporaryFolder(), 'picture.png');
    await halves(file, 10, 200);
    expect(await leftOf(file)).toBe(10);
    expect(Math.round(255 * ((await pixelValues(file, GREY, RIGHT))[0] ?? 0))).toBe(200);
    await halves(file, 40, 90);
    await utimes(file, 1, 2);
    expect(await leftOf(file)).toBe(40);
    await rm(file);
    await expect(pixelValues(file, GREY)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    await halves(file, 60, 90);
    expect(await leftOf(file)).toBe(60);
  });
});
