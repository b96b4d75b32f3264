import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPictureFile } from '@core/metadata/index.js';
import { ContinuistError } from '@shared/errors.js';
import { pngWith } from '@testing/pictures.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMeasures } from './index.js';

const WIDTH = 320;
const HEIGHT = 180;
/** Shapes of several colours and sizes on a ground, nothing random. */
const DRAWING = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#d8c9a3"/>
  <circle cx="90" cy="100" r="50" fill="#b03a2e"/><rect x="180" y="30" width="90" height="120" fill="#28527a"/>
  <path d="M10 170 L160 20 L310 170" stroke="#20180f" stroke-width="3" fill="none"/></svg>`,
);
const drawing = () => sharp(DRAWING).flatten();

let folder: string;
const measures = createMeasures({ threads: 1 });
const put = async (name: string, bytes: Uint8Array | string) => {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
};
/** Width and height are big-endian at bytes 16–23 of a PNG; its checksum follows at byte 29. */
function pngOfSize(png: Buffer, width: number, height: number): Buffer {
  const out = Buffer.from(png);
  out.writeUInt32BE(width, 16);
  out.writeUInt32BE(height, 20);
  out.writeUInt32BE(crc32(out.subarray(12, 29)), 29);
  return out;
}
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-measures-'));
});
afterAll(async () => {
  await measures.close();
  await rm(folder, { recursive: true, force: true });
});

describe('files that are no pictures', () => {
  const cases: [name: string, bytes: () => Promise<Uint8Array | string>, reason: RegExp][] = [
    ['empty.png', async () => '', /0 bytes/],
    ['text.png', async () => 'shot 1: a girl in a red coat', /not a picture format/],
    ['drawing.png', async () => DRAWING, /svg, not a picture format/],
    ['cut.png', async () => (await drawing().png().toBuffer()).subarray(0, 900), /cut off or damaged/],
    ['cut.jpg', async () => (await drawing().jpeg().toBuffer()).subarray(0, 1500), /cut off or damaged/],
    ['huge.png', async () => pngOfSize(await drawing().png().toBuffer(), 20_000, 20_000), /400 megapixels/],
    ['lies.png', async () => pngOfSize(await drawing().png().toBuffer(), WIDTH, 4000), /cut off or damaged/],
  ];
  it.each(cases)('refuses %s with a plain reason', async (name, bytes, reason) => {
    const thrown = await measures.measure(await put(name, await bytes())).catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(ContinuistError);
    expect((thrown as ContinuistError).code).toBe('IMAGE_UNREADABLE');
    expect((thrown as ContinuistError).message).toMatch(reason);
  });

  it('reads no writing in a file that is no picture, and none at all where nothing reads', async () => {
    const broken = await put('letters.png', 'HOTEL');
    expect(await measures.readWriting(broken)).toBeNull();
    const reading = createMeasures({
      threads: 1,
      modelsFolder: fileURLToPath(new URL('../../../models', import.meta.url)),
    });
    await expect(reading.readWriting(broken)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    expect(await reading.readWriting(await put('plain.png', await drawing().png().toBuffer()))).toEqual([]);
    await reading.close();
  });

  it('says that a file is missing', async () => {
    await expect(measures.measure(join(folder, 'nowhere.png'))).rejects.toMatchObject({
      code: 'IMAGE_MISSING',
    });
  });
});

describe('pictures of every kind', () => {
  const kinds: [name: string, bytes: () => Promise<Buffer>][] = [
    ['cmyk.jpg', () => drawing().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()],
    ['deep.png', () => drawing().toColourspace('rgb16').png().toBuffer()],
    ['grey.png', () => drawing().greyscale().png().toBuffer()],
    ['palette.png', () => drawing().png({ palette: true }).toBuffer()],
    ['picture.tiff', () => drawing().tiff().toBuffer()],
    ['picture.avif', () => drawing().avif({ quality: 90, effort: 0 }).toBuffer()],
  ];
  it.each(kinds)('measures %s like the same picture in PNG', async (name, bytes) => {
    const plain = await measures.measure(await put('plain.png', await drawing().png().toBuffer()));
    const other = await measures.measure(await put(name, await bytes()));
    expect([other.width, other.height]).toEqual([WIDTH, HEIGHT]);
    expect(Math.abs((other.quality.exposure ?? 0) - (plain.quality.exposure ?? 0))).toBeLessThan(0.04);
    expect(Math.abs((other.quality.contrast ?? 0) - (plain.quality.contrast ?? 0))).toBeLessThan(0.04);
  });

  it.each(['gif', 'webp'] as const)('measures the first frame of an animated %s', async (format) => {
    const frame = (colour: string) =>
      sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
        .png()
        .toBuffer();
    const animation = await sharp([await frame('#ffffff'), await frame('#000000')], {
      join: { animated: true },
    })
      [format]()
      .toBuffer();
    const { quality, width, height } = await measures.measure(await put(`moving.${format}`, animation));
    expect(quality.exposure).toBeGreaterThan(0.95);
    expect([width, height]).toEqual([64, 48]);
  });

  it('turns a picture upright as its EXIF orientation says', async () => {
    const turned = await drawing()
      .rotate(-90)
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const upright = await measures.measure(await put('plain.png', await drawing().png().toBuffer()));
    const measured = await measures.measure(await put('turned.jpg', turned));
    expect([measured.width, measured.height]).toEqual([WIDTH, HEIGHT]);
    expect(measured.hash).toBe(upright.hash);
  });

  it('lays transparent pixels over neutral grey', async () => {
    const clear = await sharp({
      create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { quality } = await measures.measure(await put('clear.png', clear));
    expect(quality.exposure).toBeCloseTo(128 / 255, 2);
  });

  it('measures a picture of one pixel', async () => {
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer();
    const measured = await measures.measure(await put('dot.png', dot));
    expect(Object.values(measured.quality).every(Number.isFinite)).toBe(true);
    expect(Object.values(measured.style).flat().every(Number.isFinite)).toBe(true);
    expect(measured.palette[0]).toBe('#ff0000');
  });
});

describe('what is measured', () => {
  it('gives the same numbers for the same file', async () => {
    const file = await put('plain.png', await drawing().png().toBuffer());
    expect(await measures.measure(file)).toEqual(await measures.measure(file));
  });

  it('names five colours of the picture, most first', async () => {
    const { palette } = await measures.measure(await put('plain.png', await drawing().png().toBuffer()));
    expect(palette).toHaveLength(5);
    expect(palette[0]).toMatch(/^#d[5-9a-f]c[5-9a-f]a/);
  });

  it('tells the width of a blurred edge and the strength of added noise', async () => {
    const blurred = await measures.measure(
      await put('blurred.png', await drawing().blur(2.5).png().toBuffer()),
    );
    const grey = { width: 256, height: 256, channels: 3 as const };
    const noisy = await sharp({
      create: { ...grey, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 18 } },
    })
      .png()
      .toBuffer();
    // A Gaussian of σ pixels makes an edge √(2π)·σ wide.
    expect(blurred.quality.blur).toBeGreaterThan(5);
    expect(blurred.quality.blur).toBeLessThan(7.5);
    const { quality } = await measures.measure(await put('noisy.png', noisy));
    expect(quality.noise).toBeGreaterThan(8);
    expect(quality.noise).toBeLessThan(20);
  });
});

describe('what a picture says of itself', () => {
  it('is read in the worker thread, while this one answers', async () => {
    const parameters = 'a fox\nSteps: 20, Seed: 7, Size: 8x8';
    const named = await put('said.png', await pngWith({ parameters }));
    const loud = await put(
      'loud.png',
      await pngWith({ parameters: `${'a '.repeat(2_000_000)}\n${parameters}` }),
    );
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const found = (await measures.readPictureFile(loud)).says;
    clearInterval(turning);
    expect(found.seed).toBe('7');
    expect(turns).toBeGreaterThan(0);
    expect(await measures.readPictureFile(named)).toEqual(await readPictureFile(named));
    const nothing = await measures.readPictureFile(await put('nothing.png', 'not a picture'));
    expect(nothing.says).toMatchObject({ tool: null, prompt: '', notRead: [] });
  });
});
