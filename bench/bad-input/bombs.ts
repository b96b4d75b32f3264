/** Small files that say, or become, something very large. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { plainPng, pngWithChunks } from '@testing/pictures.js';
import sharp from 'sharp';
import { type Kind, unless } from './kind.js';

/** Bytes that a chunk says it becomes. */
const LARGE = { full: 512 * 1024 * 1024, small: 256 * 1024 };

async function withSize(width: number, height: number): Promise<Buffer> {
  const png = Buffer.from(await plainPng());
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

export const bombs: Kind = {
  name: 'bombs',
  looks: true,
  opened: 20,
  seconds: 60,
  mebibytes: 900,
  async make(folder, full) {
    const packed = deflateSync(Buffer.alloc(full ? LARGE.full : LARGE.small, 'a'));
    const text = (head: string) => Buffer.concat([Buffer.from(head, 'latin1'), packed]);
    const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(65_000, frame + 5);
    jpeg.writeUInt16BE(65_000, frame + 7);
    const files: Record<string, Buffer> = {
      '1_size.png': await withSize(2 ** 31 - 1, 2 ** 31 - 1),
      '2_size.jpg': jpeg,
      '3_ztxt.png': await pngWithChunks([['zTXt', text('parameters\0\0')]]),
      '4_itxt.png': await pngWithChunks([['iTXt', text('prompt\0\x01\0\0\0')]]),
      '5_profile.png': await pngWithChunks([['iCCP', text('p\0\0')]]),
      '6_letters.png': await pngWithChunks([
        ['tEXt', Buffer.concat([Buffer.from('parameters\0'), Buffer.alloc(200_000, 'a')])],
      ]),
      '7_good.png': await plainPng(),
    };
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    return folder;
  },
  wrong({ error, shots, unreadable }) {
    return (
      unless(error === null && shots === 7, `${shots} shots: ${error}`) ??
      unless('1_size.png' in unreadable && '2_size.jpg' in unreadable, 'a size beyond all limits is shown') ??
      unless(!('7_good.png' in unreadable), 'the good one is not shown')
    );
  },
};
