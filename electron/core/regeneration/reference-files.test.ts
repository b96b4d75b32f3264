/** A sentence and pictures to look like, from the order to the generator. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Board } from '@core/board/index.js';
import { temporaryFolder } from '@testing/folder.js';
import { aBoard, aPortrait } from '@testing/records.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { referenceFiles, writeParts } from './reference-files.js';
import { openStudio } from './testing/studio.js';

it('sends the sentence, whole pictures as they are, and parts cut out', async () => {
  const { approve, queue, board, painter, takesOf, requests } = await openStudio(
    ['wrong', 'right'],
    ['right'],
  );
  const [mira] = takesOf(1);
  const takeId = mira?.id ?? '';
  let part: Promise<{ width: number; height: number }> | undefined;
  painter.capabilities = ['instruct', 'reference'];
  painter.onOrder = () => {
    part = sharp(readFileSync(painter.orders[0]?.references[1] ?? '')).metadata();
  };
  const region = { x: 0.5, y: 0.25, width: 0.5, height: 0.5 };
  const references = [
    { takeId, region: null },
    { takeId, region },
  ];
  approve(0, { instruction: 'Make her coat red.', references });
  await queue();
  expect(requests()).toMatchObject([{ state: 'done', instruction: 'Make her coat red.', references }]);
  const [order] = painter.orders;
  expect(order?.instruction).toBe('Make her coat red.');
  expect(order?.references[0]).toBe(await board.fileOf(board.take(takeId)));
  expect(basename(order?.references[1] ?? '')).toBe('reference-2.png');
  // Of 8 × 8 pixels.
  expect(await part).toMatchObject({ width: 4, height: 4 });
  expect(takesOf(0)[1]?.prompt).toBe(requests()[0]?.prompt);
});

it('sends pictures of the cast, and parts of them', async () => {
  const { approve, queue, board, painter } = await openStudio(['wrong'], ['right']);
  const file = join(board.review.folder, 'Mira.png');
  await sharp({ create: { width: 20, height: 10, channels: 3, background: '#c03020' } }).toFile(file);
  const { sha256 } = await board.assets.add(file);
  const mira = { ...aPortrait('Mira', 'Mira.png'), sha256, width: 20, height: 10 };
  board.review.importRecords({ ...board.review.records, portrait: { [mira.id]: mira } });
  let part: Promise<{ width: number; height: number }> | undefined;
  painter.capabilities = ['reference'];
  painter.onOrder = () => {
    part = sharp(readFileSync(painter.orders[0]?.references[1] ?? '')).metadata();
  };
  const region = { x: 0.5, y: 0, width: 0.5, height: 0.5 };
  approve(0, {
    references: [
      { portraitId: mira.id, region: null },
      { portraitId: mira.id, region },
    ],
  });
  await queue();
  expect(painter.orders[0]?.references[0]).toBe(file);
  expect(await part).toMatchObject({ width: 10, height: 5 });
});

it('fails with its reason where a picture to look like is gone', async () => {
  const { approve, queue, board, painter, takesOf, requests } = await openStudio(
    ['wrong', 'right'],
    ['right'],
  );
  const takeId = takesOf(1)[0]?.id ?? '';
  await rm(await board.fileOf(board.take(takeId)));
  approve(0, { references: [{ takeId, region: null }] });
  await queue();
  expect(painter.orders).toEqual([]);
  expect(requests()).toMatchObject([{ state: 'failed' }]);
});

it('carries neither where neither was ordered', async () => {
  const { approve, queue, painter } = await openStudio(['wrong'], ['right']);
  approve(0);
  await queue();
  expect(painter.orders).toMatchObject([{ instruction: null, references: [] }]);
});

it('says that a picture is not there where no take of the storyboard has it', async () => {
  const board = { review: { records: aBoard(1) }, fileOf: async () => 'any.png' } as unknown as Board;
  await expect(referenceFiles(board, [{ takeId: 'gone', region: null }], '')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('cuts out what is marked to the pixel, and at least one where the mark reaches past the picture', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'picture.png');
  // Each pixel is as red as it stands to the right, and as green as it stands down.
  const pixels = Buffer.from(Array.from({ length: 80 }, (_, at) => [at % 10, Math.floor(at / 10), 0]).flat());
  await sharp(pixels, { raw: { width: 10, height: 8, channels: 3 } })
    .png()
    .toFile(file);
  const board = { review: { records: aBoard(1) }, fileOf: async () => file } as unknown as Board;
  const regions = [
    { x: 0.2, y: 0.25, width: 0.3, height: 0.5 },
    { x: 0.85, y: 0.5, width: 0.9, height: 0.9 },
    { x: 1, y: 1, width: 0.5, height: 0.5 },
    { x: 0.5, y: 0.5, width: 0, height: 0 },
  ];
  await writeParts(
    board,
    regions.map((region) => ({ takeId: 'take-0', region })),
    folder,
  );
  const cut = regions.map(async (_, at) => {
    const part = sharp(join(folder, `reference-${at + 1}.png`));
    const { data, info } = await part.raw().toBuffer({ resolveWithObject: true });
    return [info.width, info.height, data[0], data[1]];
  });
  expect(await Promise.all(cut)).toEqual([
    [3, 4, 2, 2],
    [2, 4, 8, 4],
    [1, 1, 9, 7],
    [1, 1, 5, 4],
  ]);
});
