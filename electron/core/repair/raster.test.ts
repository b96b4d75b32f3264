import type { Mask } from '@shared/records/index.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { maskPixels, maskPng } from './raster.js';

const SIZE = { width: 60, height: 40 };
const boxed = (feather: number): Mask => ({
  shapes: [{ kind: 'box', region: { x: 0, y: 0, width: 0.5, height: 1 } }],
  feather,
});

/** From left to right through the middle. */
const rowOf = (pixels: Buffer): number[] => [...pixels.subarray(20 * SIZE.width, 21 * SIZE.width)];

it('has a hard edge without feather, and one that fades over its width with it', async () => {
  const hard = rowOf(await maskPixels(boxed(0), SIZE));
  expect(hard).toEqual(hard.map((_, x) => (x < 30 ? 255 : 0)));
  const faded = rowOf(await maskPixels(boxed(0.2), SIZE));
  expect([faded[0], faded[59]]).toEqual([255, 0]);
  expect(faded).toEqual(faded.toSorted((a, b) => b - a));
  const between = faded.filter((part) => part > 0 && part < 255).length;
  expect(between).toBeGreaterThan(8);
  // Twice the feather fades twice as far.
  const further = rowOf(await maskPixels(boxed(0.4), SIZE)).filter((part) => part > 0 && part < 255).length;
  expect(further).toBeGreaterThan(between * 1.5);
});

it('bears a feather too narrow to be drawn', async () => {
  expect(rowOf(await maskPixels(boxed(0.01), SIZE))).toEqual(rowOf(await maskPixels(boxed(0), SIZE)));
});

it('goes to the generator as a grey picture as large as the take, white where it is made anew', async () => {
  const png = await maskPng(boxed(0), SIZE);
  expect(await sharp(png).metadata()).toMatchObject({ ...SIZE, format: 'png', channels: 1 });
  expect(rowOf(await sharp(png).extractChannel(0).raw().toBuffer())).toEqual(
    rowOf(await maskPixels(boxed(0), SIZE)),
  );
});
