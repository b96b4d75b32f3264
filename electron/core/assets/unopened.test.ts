import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { UnopenedPictures } from './unopened.js';

/** 64 × 32 pixels. */
async function drawn(): Promise<string> {
  const file = join(await temporaryFolder(), 'drawn.png');
  await sharp({ create: { width: 64, height: 32, channels: 3, background: '#a33' } })
    .png()
    .toFile(file);
  return file;
}

const sizeOf = async (pictures: UnopenedPictures, id: string, width: number | null) => {
  const shown = await pictures.variant(id, width as never);
  if (!shown) return null;
  const made = await sharp(shown.bytes).metadata();
  return [shown.mediaType, made.format, made.width, made.height];
};

it('shows the pictures of a folder that is not open yet, no larger than they are', async () => {
  const pictures = new UnopenedPictures();
  const [one = '', other = ''] = pictures.show([await drawn(), await drawn()]);
  expect(one).not.toBe(other);
  expect(await sizeOf(pictures, one, null)).toEqual(['image/webp', 'webp', 64, 32]);
  expect(await sizeOf(pictures, other, 32)).toEqual(['image/webp', 'webp', 32, 16]);
  expect(await sizeOf(pictures, one, 640)).toEqual(['image/webp', 'webp', 64, 32]);
});

it('shows nothing under an address that it did not give, or gave for a folder long ago', async () => {
  const pictures = new UnopenedPictures();
  const file = await drawn();
  const shown = Array.from({ length: 5 }, () => pictures.show([file])[0] ?? '');
  // Nobody can tell an address from the file's name, or from an earlier address.
  expect(new Set(shown).size).toBe(5);
  expect(await pictures.variant('0'.repeat(64), null)).toBeNull();
  const still = await Promise.all(shown.map((id) => pictures.variant(id, null)));
  expect(still.map((one) => one !== null)).toEqual([false, true, true, true, true]);
});

it('names the picture that cannot be read', async () => {
  const file = join(await temporaryFolder(), 'torn.png');
  await writeFile(file, 'no picture');
  const pictures = new UnopenedPictures();
  const [id = ''] = pictures.show([file]);
  await expect(pictures.variant(id, null)).rejects.toMatchObject({
    code: 'IMAGE_UNREADABLE',
    data: { file: 'torn.png' },
  });
});
