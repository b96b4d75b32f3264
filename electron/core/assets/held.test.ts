import sharp from 'sharp';
import { expect, it } from 'vitest';
import { HeldPictures } from './held.js';

const picture = (width: number, colour = '#a03020') =>
  sharp({ create: { width, height: 10, channels: 3, background: colour } })
    .png()
    .toBuffer();

const widthOf = async (bytes: Buffer | null) => bytes && (await sharp(bytes).metadata()).width;

it('is shown under its id as WebP, no wider than is asked for and no wider than it is', async () => {
  const held = new HeldPictures();
  const id = held.hold('request', await picture(400));
  expect(id).toMatch(/^[0-9a-f]{64}$/);
  expect((await sharp((await held.variant(id, null)) as Buffer).metadata()).format).toBe('webp');
  expect(await widthOf(await held.variant(id, null))).toBe(400);
  expect(await widthOf(await held.variant(id, 160))).toBe(160);
  expect(await widthOf(await held.variant(id, 640))).toBe(400);
  expect(await held.variant('f'.repeat(64), 160)).toBeNull();
});

it('is one for each owner, until it is released or the owner has another', async () => {
  const held = new HeldPictures();
  const first = held.hold('one', await picture(20));
  const other = held.hold('two', await picture(30));
  const second = held.hold('one', await picture(40));
  expect(await held.variant(first, null)).toBeNull();
  expect(await widthOf(await held.variant(second, null))).toBe(40);
  held.release('one');
  expect(await held.variant(second, null)).toBeNull();
  expect(await widthOf(await held.variant(other, null))).toBe(30);
});

it('is said to be no picture where it is none', async () => {
  const held = new HeldPictures();
  const broken = held.hold('one', Buffer.from('not a picture'));
  await expect(held.variant(broken, 160)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
});
