/** Pictures as generators hand them out: JPEGs of four megapixels, a few drawn ones, each file of bytes and a hash of its own. */
import { renderScene, sampleScene, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import sharp from 'sharp';
import type { MadePicture } from '../boards/make-board.js';

/** 4.2 megapixels. */
const SIZE = { width: 2720, height: 1536 };
const DRAWN = { width: 1360, height: 768 };
const QUALITY = 88;
/** Standard deviation of the grain, in grey levels: without it a drawing compresses to nothing. */
const GRAIN = 6;

/** Drawn at a time: while one is compressed another is drawn. */
const AT_ONCE = 4;

/** Drawings of our world at four megapixels, as JPEG. The same count gives the same bytes. */
export async function drawBases(count: number): Promise<Buffer[]> {
  const mean = 128;
  const grain = await sharp({
    create: { ...SIZE, channels: 3, background: '#808080', noise: { type: 'gaussian', mean, sigma: GRAIN } },
  })
    .raw()
    .toBuffer();
  const overlay = { input: grain, raw: { ...SIZE, channels: 3 }, blend: 'soft-light' } as const;
  const draw = async (at: number): Promise<Buffer> => {
    const scene = sampleScene(seededRandom(seedFrom('bases', at)), { style: 'gouache', atLeast: 1 });
    const drawing = sharp(await renderScene(scene, DRAWN), { raw: { ...DRAWN, channels: 3 } });
    return drawing.resize(SIZE).composite([overlay]).jpeg({ quality: QUALITY }).toBuffer();
  };
  const bases: Buffer[] = [];
  for (let at = 0; at < count; at += AT_ONCE) {
    const places = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, n) => at + n);
    bases.push(...(await Promise.all(places.map(draw))));
  }
  return bases;
}

/** A comment segment (ITU-T T.81, B.2.4.5) behind the start of the picture. */
function withComment(jpeg: Uint8Array, comment: string): Buffer {
  const text = Buffer.from(comment);
  const head = Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}

/** Of the shot at this place: the same drawing comes again after all others, in another file. */
export const pictureAt = (bases: readonly Buffer[], at: number): MadePicture => ({
  bytes: withComment(bases[at % bases.length] as Buffer, `Shot ${at}`),
  ...SIZE,
  extension: 'jpg',
});
