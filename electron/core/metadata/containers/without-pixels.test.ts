import { execFileSync } from 'node:child_process';
import fs, { statSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { pictureHeader } from '@core/measures/index.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { jpegWithComment, plainPng, pngWith, pngWithChunks } from '@testing/pictures.js';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readWithoutPixels, textsIn, uprightSize } from './index.js';

const noise = (kind: 'png' | 'jpeg' | 'webp' | 'gif', width = 120, height = 90) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    [kind]()
    .toBuffer();
/** Before its end, where tools write it too. */
const atTheEnd = (png: Buffer, chunk: Buffer) =>
  Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12)]);
const chunkOf = async (text: string) => {
  const [plain, said] = [await plainPng(), await pngWith({ parameters: text })];
  return said.subarray(plain.length - 12, -12);
};
/** Of a PNG that keeps them in one part. */
const withoutPixels = (png: Buffer) => {
  const at = png.indexOf('IDAT') - 4;
  return Buffer.concat([png.subarray(0, at), png.subarray(at + 12 + png.readUInt32BE(at))]);
};
/** What the module asks of the file system, until the test is over. */
function spied<T extends 'readSync' | 'closeSync'>(name: T) {
  const spy = vi.spyOn(fs, name);
  syncBuiltinESMExports();
  onTestFinished(() => {
    spy.mockRestore();
    syncBuiltinESMExports();
  });
  return spy;
}
const read = async (bytes: Buffer) => readWithoutPixels(join(await folderWith({ a: bytes }), 'a'));

describe('a picture’s file without its pixels', () => {
  it('says what the whole one says, in a fraction of its bytes', async () => {
    const png = await noise('png');
    const jpeg = await jpegWithComment('a fox');
    const files: [Buffer, most: number][] = [
      [atTheEnd(png, await chunkOf('a fox')), 2_000],
      [Buffer.concat([jpeg.subarray(0, -2), await noise('jpeg')]), 2_000],
      [await noise('webp'), Number.POSITIVE_INFINITY],
      [await noise('gif'), Number.POSITIVE_INFINITY],
    ];
    for (const [file, most] of files) {
      const short = await read(file);
      expect(textsIn(short)).toEqual(textsIn(file));
      expect(short.length).toBeLessThan(Math.min(most, file.length + 1));
    }
    expect(textsIn(await read(files[0]?.[0] ?? png))[0]?.text).toBe('a fox');
  });

  it('says the same of files that are damaged or cut off anywhere', async () => {
    const folder = await temporaryFolder();
    const bases = [
      atTheEnd(await noise('png', 40, 30), await chunkOf('a fox')),
      await jpegWithComment('a fox'),
      await pngWithChunks([['tEXt', Buffer.from(`parameters\0${'long '.repeat(20_000)}`)]]),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bases),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255))),
        async (base, end, change) => {
          const bytes = Buffer.from(base.subarray(0, Math.ceil(base.length * end)));
          if (change && bytes.length > 0)
            bytes[Math.min(bytes.length - 1, Math.floor(change[0] * bytes.length))] = change[1];
          const file = join(folder, 'a');
          await writeFile(file, bytes);
          expect(textsIn(readWithoutPixels(file))).toEqual(textsIn(bytes));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is all of it where a JPEG is none behind its first bytes', async () => {
    const segment = [0xff, 0xfe, 0, 4, 97, 97];
    const [scan, more] = [
      [0xff, 0xda, 0, 4, 0, 0],
      [1, 2, 3, 4],
    ];
    const [whole, damaged] = [
      [0xff, 0xd8, ...segment, ...scan, ...more],
      [0xff, 0xd8, ...segment, 0, ...segment.slice(1), ...scan, ...more],
    ].map((bytes) => Buffer.from(bytes));
    expect((await read(whole ?? Buffer.alloc(0))).length).toBe(14);
    expect(await read(damaged ?? Buffer.alloc(0))).toEqual(damaged);
    const cut = Buffer.from([0xff, 0xd8, ...segment, 0xff, 0xda]);
    expect(await read(cut)).toEqual(cut);
  });

  it('is read in few steps: one where all it says stands near its beginning', async () => {
    const long = [0xff, 0xed, 0xff, 0xff, ...Array(0xfffd).fill(7)];
    const scan = [0xff, 0xda, 0, 4, 0, 0];
    const said = Buffer.from([0xff, 0xd8, ...long, ...long, ...scan]);
    const small = await plainPng();
    const steps = spied('readSync');
    const closed = spied('closeSync');
    expect(await read(small)).toEqual(withoutPixels(small));
    expect(steps).toHaveBeenCalledTimes(1);
    // It is longer than what is read at once, twice, and then read from its beginning.
    expect(await read(Buffer.concat([said, await noise('jpeg')]))).toEqual(said);
    expect(steps).toHaveBeenCalledTimes(5);
    expect(closed).toHaveBeenCalledTimes(2);
  });

  it('is whole where it comes in pieces, and breaks off where the file became shorter meanwhile', async () => {
    const png = atTheEnd(await plainPng(), await chunkOf('a fox'));
    const { readSync } = fs;
    const pieces = spied('readSync') as unknown as ReturnType<typeof vi.fn>;
    pieces.mockImplementation((file: number, into: Buffer, at: number, length: number, from: number) =>
      readSync(file, into, at, Math.min(length, 20), from),
    );
    expect(await read(png)).toEqual(withoutPixels(png));
    pieces.mockImplementation((file: number, into: Buffer, at: number, length: number, from: number) =>
      from > 0 ? 0 : readSync(file, into, at, Math.min(length, 40), from),
    );
    expect((await read(png)).length).toBe(33);
  });

  it('is nothing of a PNG that says more beside its pixels than anybody writes', async () => {
    const file = join(await temporaryFolder(), 'a.png');
    const most = 256 * 1024 * 1024;
    const part = Buffer.from([0, 0, 0, 0, ...Buffer.from('tEXt')]);
    part.writeUInt32BE(most + 1);
    await writeFile(file, Buffer.concat([(await plainPng()).subarray(0, 33), part]));
    // Of a length that the disk need not have.
    await truncate(file, most + 100);
    expect(readWithoutPixels(file).length).toBe(0);
  });

  it('is nothing where there is no regular file', async () => {
    const folder = await temporaryFolder();
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.png')]);
    for (const name of ['pipe.png', 'gone.png', ''])
      expect(readWithoutPixels(join(folder, name)).length).toBe(0);
    if (process.platform !== 'win32') expect(readWithoutPixels('/dev/zero').length).toBe(0);
  });
});

describe('the size of a picture, without its pixels', () => {
  it('is what the decoder says, or is left to it', async () => {
    const folder = await temporaryFolder();
    const turned = (kind: 'png' | 'jpeg', orientation: number) =>
      sharp({ create: { width: 30, height: 20, channels: 3, background: '#345' } })
        [kind]()
        .withExif({})
        .withMetadata({ orientation })
        .toBuffer();
    const files: [Buffer, told: boolean][] = [
      [await noise('png'), true],
      [await noise('jpeg'), true],
      [
        await sharp(await noise('png'))
          .jpeg({ progressive: true })
          .toBuffer(),
        true,
      ],
      [await turned('png', 6), false],
      [await turned('jpeg', 6), false],
      [await noise('webp'), false],
      [await noise('gif'), false],
      [Buffer.from('no picture'), false],
    ];
    for (const [at, [bytes, isTold]] of files.entries()) {
      const file = join(folder, `${at}`);
      await writeFile(file, bytes);
      const size = uprightSize(readWithoutPixels(file));
      expect([at, size !== null]).toEqual([at, isTold]);
      if (size) expect(size).toEqual(await pictureHeader(file));
    }
  });
});

it('is read from a PNG of a hundred thousand small parts in the time that its names take', async () => {
  const file = join(await temporaryFolder(), 'a.png');
  const part = Buffer.concat([Buffer.from([0, 0, 0, 4]), Buffer.from('IDATaaaa'), Buffer.alloc(4)]);
  const png = await plainPng();
  await writeFile(
    file,
    Buffer.concat([png.subarray(0, 33), ...Array(100_000).fill(part), png.subarray(-12)]),
  );
  expect(readWithoutPixels(file).length).toBe(8 + 25 + 12);
  expect(statSync(file).size).toBeGreaterThan(1_500_000);
});
