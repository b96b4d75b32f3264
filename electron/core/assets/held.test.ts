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

it('is one for each owner, and stays a little while for who was told of it before', async () => {
  const held = new HeldPictures();
  const first = held.hold('one', await picture(20));
  const other = held.hold('two', await picture(30));
  const second = held.hold('one', await picture(40));
  expect(await widthOf(await held.variant(first, null))).toBe(20);
  expect(await widthOf(await held.variant(second, null))).toBe(40);
  held.release('one');
  expect(await widthOf(await held.variant(second, null))).toBe(40);
  for (let n = 0; n < 16; n++) held.hold('two', Buffer.from(`${n}`));
  expect([await held.variant(first, null), await held.variant(second, null)]).toEqual([null, null]);
  expect(await widthOf(await held.variant(other, null))).toBe(30);
});

it('does not stay once what was let go of is large', async () => {
  const held = new HeldPictures();
  const first = held.hold('one', await picture(20));
  held.hold('one', Buffer.alloc(32 * 1024 * 1024));
  expect(await widthOf(await held.variant(first, null))).toBe(20);
  held.release('one');
  expect(await held.variant(first, null)).toBeNull();
});

it('stays while what was let go of is 32 MB and no more', async () => {
  const held = new HeldPictures();
  const large = held.hold('one', Buffer.alloc(32 * 1024 * 1024));
  held.release('one');
  await expect(held.variant(large, null)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
  held.hold('one', Buffer.alloc(1));
  held.release('one');
  expect(await held.variant(large, null)).toBeNull();
});

it('is said to be no picture where it is none', async () => {
  const held = new HeldPictures();
  const broken = held.hold('one', Buffer.from('not a picture'));
  await expect(held.variant(broken, 160)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
});
