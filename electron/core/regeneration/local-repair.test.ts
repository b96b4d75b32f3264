import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import type { Mask, Take } from '@shared/records/index.js';
import { plainPng } from '@testing/pictures.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { keptInside, repairProof } from './local-repair.js';
import { openStudio } from './testing/studio.js';

/** The left half of the picture, which is 8 pixels wide. */
const LEFT: Mask = {
  shapes: [{ kind: 'box', region: { x: 0, y: 0, width: 0.5, height: 1 } }],
  feather: 0,
};

it('sends the mask as a picture, keeps what was made inside it, and proves that the rest stayed', async () => {
  const { approve, queue, board, painter, requests, takesOf } = await openStudio(['wrong'], ['right']);
  let sent: Uint8Array = Buffer.alloc(0);
  painter.onOrder = () => {
    const { mask } = painter.orders[0] ?? {};
    expect(basename(mask ?? '')).toBe('mask.png');
    sent = readFileSync(mask as string);
  };
  approve(0, { mask: LEFT });
  await queue();
  const [request] = requests();
  expect(request).toMatchObject({ state: 'done', mask: LEFT });
  const white = await sharp(sent).extractChannel(0).raw().toBuffer();
  expect([...white]).toEqual(Array.from({ length: 64 }, (_, i) => (i % 8 < 4 ? 255 : 0)));
  const [old, made] = takesOf(0) as [Take, Take];
  expect([made.width, made.height]).toEqual([old.width, old.height]);
  expect(await repairProof(board, made.id)).toEqual({ outside: 32, differing: 0 });
  expect(await repairProof(board, old.id)).toBeNull();
  await rm(await board.fileOf(old));
  expect(await repairProof(board, made.id)).toBeNull();
});

it('keeps the seed that the generator says it used', async () => {
  const { board, takesOf } = await openStudio(['wrong'], []);
  const made = { bytes: await plainPng(), seed: '7', settings: { steps: 9 } };
  const kept = await keptInside(await board.fileOf(takesOf(0)[0] as Take), made, LEFT);
  expect(kept).toMatchObject({ seed: '7', settings: { steps: 9 } });
});

it('says how much it had to put back outside the part, and leaves what is no picture to whoever keeps it', async () => {
  const { board, takesOf } = await openStudio(['wrong'], []);
  const old = await board.fileOf(takesOf(0)[0] as Take);
  const kept = async (bytes: Buffer) =>
    (await keptInside(old, { bytes, settings: { steps: 9 } }, LEFT)).settings;
  expect(await kept(readFileSync(old))).toEqual({ steps: 9 });
  const other = { create: { width: 8, height: 8, channels: 3, background: '#123456' } } as const;
  expect(await kept(await sharp(other).png().toBuffer())).toEqual({
    steps: 9,
    'put back outside the part': '100.0 % of the pixels',
  });
  const words = { bytes: Buffer.from('out of memory'), settings: {} };
  expect(await keptInside(old, words, LEFT)).toBe(words);
});

it('asks nothing of a generator that makes whole pictures only', async () => {
  const { approve, queue, painter, requests } = await openStudio(['wrong'], ['right']);
  painter.capabilities = ['txt2img', 'img2img'];
  approve(0, { mask: LEFT });
  await queue();
  expect(painter.orders).toEqual([]);
  expect(requests()).toMatchObject([
    { state: 'failed', error: expect.stringContaining('whole pictures only') },
  ]);
  const whole = await openStudio(['wrong'], ['right']);
  whole.painter.capabilities = ['txt2img'];
  whole.approve(0);
  await whole.queue();
  expect(whole.painter.orders).toMatchObject([{ mask: null }]);
  expect(await repairProof(whole.board, whole.takesOf(0)[1]?.id as string)).toBeNull();
});

it('proves nothing of a take whose order is no longer there, and hides no other failure', async () => {
  const { approve, queue, board, takesOf } = await openStudio(['wrong'], ['right']);
  approve(0, { mask: LEFT });
  await queue();
  const made = takesOf(0)[1] as Take;
  const { records } = board.review;
  const failing = (thrown: Error, request = records.request) =>
    ({
      take: (id: string) => board.take(id),
      review: { records: { ...records, request } },
      fileOf: () => Promise.reject(thrown),
    }) as unknown as typeof board;
  expect(await repairProof(failing(new Error('never asked'), {}), made.id)).toBeNull();
  expect(await repairProof(failing(new ContinuistError('IMAGE_MISSING')), made.id)).toBeNull();
  for (const thrown of [new Error('no room'), new ContinuistError('NOT_FOUND')])
    await expect(repairProof(failing(thrown), made.id)).rejects.toBe(thrown);
});
