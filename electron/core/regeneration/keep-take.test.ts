import { crc32 } from 'node:zlib';
import type { Board } from '@core/board/index.js';
import type { Request } from '@shared/records/index.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { keepTake } from './keep-take.js';
import { openStudio } from './testing/studio.js';

/** Says to have so many pixels; nothing is behind them. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const small = { create: { width: 8, height: 8, channels: 3, background: '#ff0000' } } as const;
  const png = await sharp(small).png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

it.each([
  ['nothing', async () => Buffer.alloc(0), /empty/],
  ['words', async () => Buffer.from('out of memory'), /not a picture format/],
  [
    'a document that can name other files',
    async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    /svg, not a picture format/,
  ],
  ['256 megapixels in a few bytes', () => claiming(16_000, 16_000), /256 megapixels/],
])('%s is no take, and nothing is written', async (_, bytes, why) => {
  // A board of nothing: whatever would be kept fails.
  const kept = keepTake({} as Board, {} as Request, { bytes: await bytes(), settings: {} });
  await expect(kept).rejects.toMatchObject({ code: 'GENERATOR_FAILED', message: expect.stringMatching(why) });
});

it.each([
  ['jpeg', 'jpg'],
  ['png', 'png'],
  ['webp', 'webp'],
] as const)(
  'a picture as %s is kept with the ending that its programs know it by: %s',
  async (format, ending) => {
    const { approve, board, requests } = await openStudio(['wrong'], []);
    approve(0);
    const [request] = requests() as [Request];
    const small = { create: { width: 8, height: 8, channels: 3, background: '#ff0000' } } as const;
    const bytes = await sharp(small).toFormat(format).toBuffer();
    const take = await keepTake(board, request, { bytes, settings: {} });
    expect(take.path.endsWith(`/${request.id}.${ending}`)).toBe(true);
    expect(requests()[0]).toMatchObject({
      state: 'done',
      resultTakeId: take.id,
      fromTakeId: request.fromTakeId,
    });
  },
);

it('ends the order as it stands by then, wherever it was moved while its picture was made', async () => {
  const { approve, board, requests } = await openStudio(['wrong'], []);
  approve(0);
  const [request] = requests() as [Request];
  board.review.system('Move', (records) => ({
    ...records,
    request: { ...records.request, [request.id]: { ...request, position: 7 } },
  }));
  const small = { create: { width: 8, height: 8, channels: 3, background: '#ff0000' } } as const;
  await keepTake(board, request, { bytes: await sharp(small).png().toBuffer(), settings: {} });
  expect(requests()).toMatchObject([{ state: 'done', position: 7 }]);
});
