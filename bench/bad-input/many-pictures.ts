/** A folder of 20,000 pictures of 4 megapixels, no two with the same bytes, in the system's cache. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { type Kind, unless } from './kind.js';

const SIDE = 2048;
const COUNT = { full: 20_000, small: 40 };

/** Smooth colours, which take few bytes. */
async function bases(): Promise<Buffer[]> {
  return Promise.all(
    ['#345', '#864', '#486', '#a75'].map((colour) =>
      sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: colour } })
        .jpeg({ quality: 70 })
        .toBuffer(),
    ),
  );
}

/** With a comment of its own (ITU T.81, B.2.4.5), so that its bytes are no other picture's. */
function marked(jpeg: Buffer, at: number): Buffer {
  const text = Buffer.from(`picture ${String(at).padStart(6, '0')}`);
  const comment = Buffer.from([0xff, 0xfe, 0, text.length + 2, ...text]);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

export const manyPictures: Kind = {
  name: '20,000 pictures of 4 megapixels',
  looks: false,
  opened: 10,
  seconds: 60,
  mebibytes: 500,
  async make(folder, full) {
    const all = await bases();
    for (let at = 0; at < (full ? COUNT.full : COUNT.small); at++) {
      const name = `shot_${String(at + 1).padStart(5, '0')}.jpg`;
      await writeFile(join(folder, name), marked(all[at % all.length] as Buffer, at));
    }
    return folder;
  },
  wrong({ error, shown }, full) {
    return unless(error === null && shown === (full ? COUNT.full : COUNT.small), `${shown} shown: ${error}`);
  },
};
