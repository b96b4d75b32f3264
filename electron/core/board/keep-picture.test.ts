import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainPng } from '@testing/pictures.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { keepPicture, writePicture } from './index.js';
import { boardOf } from './testing/board-of.js';

const png = await plainPng();

it('a picture that was made is written beside the review under its name, and known by its content', async () => {
  const board = await boardOf([{ description: 'A fox.', picture: png }]);
  const { review, assets } = board;
  const drawn = await sharp({ create: { width: 20, height: 12, channels: 3, background: '#345' } })
    .jpeg()
    .toBuffer();
  const kept = await keepPicture(board, 'made', drawn, { format: 'jpeg' });
  expect(kept).toMatchObject({ width: 20, height: 12 });
  expect(join(review.folder, kept.path)).toBe(join(review.takesFolder, 'made.jpg'));
  expect(kept.path).not.toContain('\\');
  expect(await readFile(join(review.folder, kept.path))).toEqual(drawn);
  expect((await assets.variant(kept.sha256, 160)).mediaType).toBe('image/webp');
  for (const format of ['png', 'webp'] as const) {
    const { file, path } = await writePicture(review, 'other', png, { format });
    expect(file).toBe(join(review.takesFolder, `other.${format}`));
    expect(join(review.folder, path)).toBe(file);
  }
});
