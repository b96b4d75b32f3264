/**
 * Draws the program's icon with the storybook world's own brush, as each system wants it: `tsx scripts/make-icon.ts`
 * writes packaging/icon.png, .icns and .ico.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { renderScene, type Scene } from '@models/storybook/world/index.js';
import sharp from 'sharp';

const scene: Scene = {
  place: 'meadow',
  time: 'sunset',
  weather: 'clear',
  framing: 'close-up',
  style: 'paper cut-out',
  seed: 7,
  subjects: [{ kind: 'fox', colour: 'orange', x: 0.5, facing: 1, mood: 'calm', pose: 'sit' }],
};

/** Pixels a side, as macOS wants them, with the room around that its icons keep. */
const SIDE = 1024;
const MARGIN = 100;
const size = SIDE - 2 * MARGIN;
/** Larger, so that the rim of the paper stays outside. */
const height = Math.round(size * 1.12);
const drawn = { width: Math.round((height * 16) / 9), height };

const picture = await renderScene(scene, drawn);
const corners = Buffer.from(
  `<svg width="${size}" height="${size}"><rect width="${size}" height="${size}" rx="${Math.round(size * 0.22)}"/></svg>`,
);
const middle = await sharp(picture, { raw: { ...drawn, channels: 3 } })
  .extract({
    left: Math.round((drawn.width - size) / 2 + size * 0.02),
    top: Math.round((height - size) / 2),
    width: size,
    height: size,
  })
  .ensureAlpha()
  .composite([{ input: corners, blend: 'dest-in' }])
  .png()
  .toBuffer();
const around = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
const icon = await sharp(middle)
  .extend({ ...around, background: { r: 0, g: 0, b: 0, alpha: 0 } })
  .png({ palette: true, colours: 128 })
  .toBuffer();

const inSize = (side: number): Promise<Buffer> =>
  sharp(icon).resize(side, side).png({ palette: true, colours: 128 }).toBuffer();

/** Apple's icon container: each picture as a PNG under the name of its size. */
async function icns(): Promise<Buffer> {
  const sizes = { ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };
  const entries = await Promise.all(
    Object.entries(sizes).map(async ([name, side]) => {
      const data = await inSize(side);
      return Buffer.concat([Buffer.from(name), bigEndian(8 + data.length), data]);
    }),
  );
  const body = Buffer.concat(entries);
  return Buffer.concat([Buffer.from('icns'), bigEndian(8 + body.length), body]);
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Windows' icon container: a directory of sizes, then each picture as a PNG. */
async function ico(): Promise<Buffer> {
  const ENTRY = 16;
  const pictures = await Promise.all(
    [16, 32, 48, 256].map(async (side) => ({ side, data: await inSize(side) })),
  );
  const head = Buffer.alloc(6 + ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [at, { side, data }] of pictures.entries()) {
    const entry = 6 + ENTRY * at;
    // 0 stands for 256.
    head.writeUInt8(side % 256, entry);
    head.writeUInt8(side % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(data.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += data.length;
  }
  return Buffer.concat([head, ...pictures.map(({ data }) => data)]);
}

const write = (name: string, data: Buffer) =>
  writeFile(fileURLToPath(new URL(`../packaging/${name}`, import.meta.url)), data);
await write('icon.png', icon);
await write('icon.icns', await icns());
await write('icon.ico', await ico());
