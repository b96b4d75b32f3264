import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Asset } from './asset.js';
import { type Assets, createAssets, type FileReadings } from './assets.js';
import { provisionalId } from './provisional.js';
import { ReusedBuffers } from './reused-buffers.js';

let folder: string;
let cacheFolder: string;
const picture = (colour = '#a03020', width = 800, height = 450) =>
  sharp({ create: { width, height, channels: 3, background: colour } });
const put = async (name: string, bytes: Uint8Array | string) => {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-assets-'));
  cacheFolder = join(folder, 'cache');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('adding', () => {
  it('names a picture by the hash of its bytes and gives its size', async () => {
    const bytes = await picture().png().toBuffer();
    const file = await put('a.png', bytes);
    const assets = createAssets({ cacheFolder });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await assets.add(file)).toEqual({
      sha256,
      width: 800,
      height: 450,
      format: 'png',
      unreadable: null,
    });
    expect(assets.resolve(sha256)).toBe(file);
    expect(assets.resolve('0'.repeat(64))).toBeNull();
  });

  it('keeps an unreadable file with its reason, and says so when it is asked for', async () => {
    const assets = createAssets({ cacheFolder });
    const added = await assets.add(await put('a.png', 'not a picture'));
    expect(added.unreadable).toMatch(/not a picture format/);
    await expect(assets.variant(added.sha256, 320)).rejects.toMatchObject({
      code: 'IMAGE_UNREADABLE',
      message: expect.stringMatching(/a\.png: .*not a picture format/),
    });
  });

  it('refuses what is no file, and says so', async () => {
    const assets = createAssets({ cacheFolder });
    await mkdir(join(folder, 'a.png'));
    await expect(assets.add(join(folder, 'a.png'))).rejects.toMatchObject({
      code: 'IMAGE_UNREADABLE',
      message: expect.stringContaining('a.png'),
    });
  });

  it('refuses a file that is not there', async () => {
    const assets = createAssets({ cacheFolder });
    await expect(assets.add(join(folder, 'nowhere.png'))).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
  });
});

describe('a remembered picture', () => {
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  it('is shown and judged from where it lies, once its content is checked', async () => {
    const assets = createAssets({ cacheFolder });
    const [one, two] = [await picture().png().toBuffer(), await picture('#00ff00').png().toBuffer()];
    const file = await put('a.png', one);
    assets.remember(hashOf(one), file);
    assets.remember(hashOf(two), file);
    assets.remember('f'.repeat(64), join(folder, 'gone.png'));
    expect(assets.resolve(hashOf(one))).toBe(file);
    expect(assets.resolve('f'.repeat(64))).toBeNull();
    expect(await assets.verified(hashOf(one))).toBe(file);
    expect(await assets.variant(hashOf(one), null)).toEqual({ file, mediaType: 'image/png' });
    await expect(assets.verified(hashOf(two))).rejects.toMatchObject({
      code: 'IMAGE_MISSING',
      message: expect.stringContaining('a.png now holds another picture'),
    });
    await expect(assets.verified('f'.repeat(64))).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
    await expect(assets.verified('0'.repeat(64))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['small', 0],
    ['large', 5 * 2 ** 20],
  ])('is made small from a %s file as one that was added is', async (_, more) => {
    const bytes = Buffer.concat([await picture('#a03020', 700, 900).jpeg().toBuffer(), Buffer.alloc(more)]);
    const file = await put('a.jpg', bytes);
    const [added, remembering] = ['added', 'remembered'].map((name) =>
      createAssets({ cacheFolder: join(folder, name) }),
    ) as [Assets, Assets];
    const { sha256 } = await added.add(file);
    remembering.remember(sha256, file);
    const copy = await remembering.variant(sha256, 160);
    expect(copy).toEqual(await added.variant(sha256, 160));
    expect(await sharp(copy.bytes).metadata()).toMatchObject({ format: 'webp', width: 160, height: 206 });
    for (const assets of [added, remembering]) assets.close();
  });

  it('is not read where its file is as it was at its last reading, and else what is read of it is noted', async () => {
    const bytes = await picture().png().toBuffer();
    const file = await put('a.png', bytes);
    const before = createAssets({ cacheFolder });
    const asset = await before.add(file);
    const { bytes: copy } = await before.variant(asset.sha256, 160);
    before.close();
    const noted: Asset[] = [];
    let isClosed = false;
    const readings = (known: Asset | null): FileReadings => ({
      standing: async () => ({
        bytes: bytes.length,
        changedAt: (await stat(file)).mtimeMs,
        asset: known,
        note,
      }),
      close: () => {
        isClosed = true;
      },
    });
    const note = (one: Asset) => void noted.push(one);
    // What was read of it is not in it: it is not opened.
    await writeFile(file, Buffer.alloc(bytes.length));
    const trusting = createAssets({ cacheFolder, readings: readings(asset) });
    trusting.remember(asset.sha256, file);
    expect((await trusting.variant(asset.sha256, 160)).bytes).toEqual(copy);
    expect(await trusting.verified(asset.sha256)).toBe(file);
    // As while it runs, it is read once its length or time are others.
    await utimes(file, 1, 1);
    await expect(trusting.variant(asset.sha256, 160)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    expect([noted, isClosed]).toEqual([[], false]);
    trusting.close();
    expect(isClosed).toBe(true);

    await writeFile(file, bytes);
    for (const known of [null, { ...asset, sha256: 'f'.repeat(64) }]) {
      const reading = createAssets({ cacheFolder, readings: readings(known) });
      reading.remember(asset.sha256, file);
      expect((await reading.variant(asset.sha256, 160)).bytes).toEqual(copy);
      expect(noted.splice(0)).toEqual([asset]);
      reading.close();
    }
  });

  it('lies where it was added last, whatever is remembered of it', async () => {
    const assets = createAssets({ cacheFolder });
    const bytes = await picture().png().toBuffer();
    const [a, b] = [await put('a.png', bytes), await put('b.png', bytes)];
    assets.remember(hashOf(bytes), a);
    await assets.add(b);
    expect(assets.resolve(hashOf(bytes))).toBe(b);
    expect(await assets.verified(hashOf(bytes))).toBe(b);
  });
});

describe('a picture that is known by its path, length and time alone', () => {
  const known = async (file: string) => provisionalId('a.png', await stat(file));

  it('is shown from where it lies, and read once it is asked what is in it', async () => {
    const assets = createAssets({ cacheFolder });
    const bytes = await picture().png().toBuffer();
    const file = await put('a.png', bytes);
    const id = await known(file);
    assets.remember(id, file);
    expect(assets.resolve(id)).toBe(file);
    expect(await assets.variant(id, null)).toEqual({ file, mediaType: 'image/png' });
    expect(await assets.verified(id)).toBe(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await assets.identified(id)).toEqual({
      sha256,
      width: 800,
      height: 450,
      format: 'png',
      unreadable: null,
    });
    expect(await assets.verified(sha256)).toBe(file);
  });

  it('is not shown, and is nothing, once its file is another or gone', async () => {
    const assets = createAssets({ cacheFolder });
    const file = await put('a.png', await picture().png().toBuffer());
    const id = await known(file);
    assets.remember(id, file);
    await assets.verified(id);
    await put('a.png', await picture('#00ff00', 640).png().toBuffer());
    expect(await assets.identified(id)).toBeNull();
    await expect(assets.variant(id, null)).rejects.toMatchObject({
      code: 'IMAGE_MISSING',
      message: expect.stringContaining('a.png now holds another picture'),
    });
    await rm(file);
    expect(await assets.identified(id)).toBeNull();
    await expect(assets.verified(id)).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
  });

  it('is nothing when it was written to while it was read', async () => {
    const assets = createAssets({ cacheFolder });
    const file = await put('a.png', await picture().png().toBuffer());
    const id = await known(file);
    assets.remember(id, file);
    const reading = assets.identified(id);
    await utimes(file, 1, 1);
    expect(await reading).toBeNull();
  });

  it('is said to be unknown where nobody told of it, and is not looked for', async () => {
    const assets = createAssets({ cacheFolder });
    const file = await put('a.png', await picture().png().toBuffer());
    const id = await known(file);
    await expect(assets.verified(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await assets.identified(id)).toBeNull();
    await assets.recall(folder, new Map([[id, join(folder, 'gone.png')]]));
    expect(assets.resolve(id)).toBeNull();
  });
});

describe('a preview', () => {
  it('is shown from no file, until it is released and more were released since', async () => {
    const assets = createAssets({ cacheFolder });
    const id = assets.hold('request', await picture().png().toBuffer());
    const { bytes, mediaType, file } = await assets.variant(id, 320);
    expect([(await sharp(bytes).metadata()).width, mediaType, file]).toEqual([320, 'image/webp', undefined]);
    assets.release('request');
    expect((await assets.variant(id, 320)).bytes).toEqual(bytes);
    for (let n = 0; n < 16; n++) {
      assets.hold('another', Buffer.from(`${n}`));
      assets.release('another');
    }
    await expect(assets.variant(id, 320)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('variants', () => {
  it('makes a small copy once, however many ask, and keeps it', async () => {
    const assets = createAssets({ cacheFolder });
    const { sha256 } = await assets.add(await put('a.png', await picture().png().toBuffer()));
    const copies = await Promise.all(Array.from({ length: 8 }, () => assets.variant(sha256, 320)));
    expect(new Set(copies.map(({ bytes }) => bytes)).size).toBe(1);
    const { width, format } = await sharp(copies[0]?.bytes).metadata();
    expect([width, format, copies[0]?.mediaType]).toEqual([320, 'webp', 'image/webp']);
    assets.close();
    const again = createAssets({ cacheFolder });
    await again.add(join(folder, 'a.png'));
    expect((await again.variant(sha256, 320)).bytes).toEqual(copies[0]?.bytes);
    again.close();
  });

  it('is made before the memory that its picture was read into goes to another', async () => {
    vi.spyOn(ReusedBuffers.prototype, 'giveBack').mockImplementation((buffer) => void buffer.fill(0));
    onTestFinished(() => void vi.restoreAllMocks());
    const assets = createAssets({ cacheFolder });
    const bytes = await picture('#606060').png().toBuffer();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    assets.remember(sha256, await put('a.png', bytes));
    const small = await assets.variant(sha256, 320);
    const { channels } = await sharp(small.bytes).stats();
    expect(channels[0]?.mean).toBeCloseTo(0x60, -1);
    expect(ReusedBuffers.prototype.giveBack).toHaveBeenCalledOnce();
  });

  it('does not enlarge', async () => {
    const assets = createAssets({ cacheFolder });
    const { sha256 } = await assets.add(
      await put('a.png', await picture('#112233', 200, 100).png().toBuffer()),
    );
    const { bytes } = await assets.variant(sha256, 1280);
    expect((await sharp(bytes).metadata()).width).toBe(200);
    assets.close();
  });

  it('gives the file itself where a browser can show it, and a copy where not', async () => {
    const assets = createAssets({ cacheFolder });
    const png = await put('a.png', await picture().png().toBuffer());
    const tiff = await put('b.tiff', await picture().tiff().toBuffer());
    const shown = await assets.variant((await assets.add(png)).sha256, null);
    expect(shown).toEqual({ file: png, mediaType: 'image/png' });
    const converted = await assets.variant((await assets.add(tiff)).sha256, null);
    expect(converted.mediaType).toBe('image/webp');
    expect((await sharp(converted.bytes).metadata()).width).toBe(800);
    assets.close();
  });

  it('still shows pictures when the cache cannot be written', async () => {
    const assets = createAssets({ cacheFolder: join(await put('file', ''), 'cache') });
    const { sha256 } = await assets.add(await put('a.png', await picture().png().toBuffer()));
    const { bytes, file } = await assets.variant(sha256, 160);
    expect(file).toBeUndefined();
    expect((await sharp(bytes).metadata()).width).toBe(160);
    assets.close();
  });

  it('says when a picture is cut off behind a sound header', async () => {
    const whole = await sharp(
      Buffer.from('<svg width="600" height="400"><circle cx="300" cy="200" r="150"/></svg>'),
    )
      .png()
      .toBuffer();
    const assets = createAssets({ cacheFolder });
    const file = await put('cut.png', whole.subarray(0, whole.length / 2));
    const { sha256 } = await assets.add(file);
    for (let n = 0; n < 2; n++)
      await expect(assets.variant(sha256, 160)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    assets.close();
  });
});

describe('files that move', () => {
  it('notices a missing file and finds it again by its content', async () => {
    const assets = createAssets({ cacheFolder });
    const file = await put('a.png', await picture().png().toBuffer());
    const { sha256 } = await assets.add(file);
    await put('other.png', await picture('#00ff00').png().toBuffer());
    await mkdir(join(folder, 'deep', 'er'), { recursive: true });
    const moved = join(folder, 'deep', 'er', 'renamed.png');
    await rename(file, moved);
    expect(assets.resolve(sha256)).toBeNull();
    await expect(assets.variant(sha256, 160)).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
    expect(await assets.relocate(folder)).toEqual([sha256]);
    expect(assets.resolve(sha256)).toBe(moved);
    expect((await assets.variant(sha256, 160)).bytes?.length).toBeGreaterThan(0);
  });

  it('finds pictures of an earlier time by the hash alone', async () => {
    const file = await put('a.png', await picture().png().toBuffer());
    const sha256 = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    const assets = createAssets({ cacheFolder });
    expect(await assets.relocate(folder, [sha256, 'f'.repeat(64)])).toEqual([sha256]);
    expect(assets.resolve(sha256)).toBe(file);
  });

  it('lets whoever asks for a moved picture wait while it is looked for, and nobody else', async () => {
    const bytes = await picture().png().toBuffer();
    const hash = (of: Uint8Array) => createHash('sha256').update(of).digest('hex');
    const other = await picture('#00ff00').png().toBuffer();
    await mkdir(join(folder, 'moved'));
    const moved = await put('moved/renamed.png', bytes);
    const stayed = await put('b.png', other);
    const assets = createAssets({ cacheFolder });
    const files = new Map([
      [hash(bytes), join(folder, 'a.png')],
      [hash(other), stayed],
      ['f'.repeat(64), join(folder, 'gone.png')],
    ]);
    const recalled = assets.recall(folder, files);
    expect(assets.resolve(hash(other))).toBe(stayed);
    expect(await assets.variant(hash(bytes), null)).toMatchObject({ file: moved });
    await expect(assets.variant('f'.repeat(64), null)).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
    await recalled;
    expect(assets.resolve(hash(bytes))).toBe(moved);
  });

  it('goes on with a file that was only touched, and looks into it no second time', async () => {
    const assets = createAssets({ cacheFolder });
    const file = await put('a.png', await picture().png().toBuffer());
    const { sha256 } = await assets.add(file);
    await utimes(file, 1, 1);
    expect(await assets.verified(sha256)).toBe(file);
    // As long, at the same time: taken at its word.
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0, bytes.length - 1));
    await utimes(file, 1, 1);
    expect(await assets.verified(sha256)).toBe(file);
    await utimes(file, 2, 2);
    await expect(assets.verified(sha256)).rejects.toMatchObject({
      code: 'IMAGE_MISSING',
      message: expect.stringContaining('a.png now holds another picture'),
    });
  });

  it('looks into a file again that is longer, though its time is the same', async () => {
    const assets = createAssets({ cacheFolder });
    const bytes = await picture().png().toBuffer();
    const file = await put('a.png', bytes);
    await utimes(file, 1, 1);
    const { sha256 } = await assets.add(file);
    await writeFile(file, Buffer.concat([bytes, Buffer.from('longer')]));
    await utimes(file, 1, 1);
    await expect(assets.verified(sha256)).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
  });

  it('hashes a large file as it does a small one', async () => {
    const assets = createAssets({ cacheFolder });
    const bytes = Buffer.concat([await picture().png().toBuffer(), Buffer.alloc(5 * 2 ** 20, 7)]);
    const { sha256 } = await assets.add(await put('a.png', bytes));
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('finds nothing where nothing is gone, and reads only files as long as what is', async () => {
    const assets = createAssets({ cacheFolder });
    const bytes = await picture().png().toBuffer();
    const file = await put('a.png', bytes);
    const { sha256 } = await assets.add(file);
    await put('copy.png', bytes);
    expect(await assets.relocate(folder)).toEqual([]);
    expect(assets.resolve(sha256)).toBe(file);
    await rm(file);
    await put('b.png', await picture('#00ff00').jpeg().toBuffer());
    expect(await assets.relocate(folder)).toEqual([sha256]);
    expect(assets.resolve(sha256)).toBe(join(folder, 'copy.png'));
    expect(await assets.relocate(folder, [sha256])).toEqual([]);
  });

  it('takes no other picture of the same length for one that is gone', async () => {
    const assets = createAssets({ cacheFolder });
    const bytes = await picture().png().toBuffer();
    const file = await put('m.png', bytes);
    const { sha256 } = await assets.add(file);
    await rm(file);
    const longer = Buffer.concat([bytes, Buffer.from('longer')]);
    await put('a.png', Buffer.from(bytes).fill(0, bytes.length - 1));
    await put('b.png', longer);
    await put('z.png', bytes);
    expect(await assets.relocate(folder)).toEqual([sha256]);
    expect(assets.resolve(sha256)).toBe(join(folder, 'z.png'));
    for (const other of [await readFile(join(folder, 'a.png')), longer])
      expect(assets.resolve(createHash('sha256').update(other).digest('hex'))).toBeNull();
  });

  it('leaves a picture where it lies, though a copy of it is in the folder', async () => {
    const bytes = await picture().png().toBuffer();
    const elsewhere = await put('a.png', bytes);
    await mkdir(join(folder, 'board'));
    await put('board/copy.png', bytes);
    const assets = createAssets({ cacheFolder });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await assets.recall(join(folder, 'board'), new Map([[sha256, elsewhere]]));
    expect(assets.resolve(sha256)).toBe(elsewhere);
  });

  it('looks for nothing while all that it recalls is there', async () => {
    const assets = createAssets({ cacheFolder });
    const bytes = await picture().png().toBuffer();
    const gone = await put('gone.png', bytes);
    const { sha256 } = await assets.add(gone);
    await rm(gone);
    await put('copy.png', bytes);
    const there = await put('there.png', await picture('#00ff00').png().toBuffer());
    const hash = createHash('sha256')
      .update(await readFile(there))
      .digest('hex');
    await assets.recall(folder, new Map([[hash, there]]));
    expect(assets.resolve(sha256)).toBeNull();
    await assets.recall(folder, new Map([[sha256, gone]]));
    expect(assets.resolve(sha256)).toBe(join(folder, 'copy.png'));
  });

  it('does not show what was written over a picture', async () => {
    const assets = createAssets({ cacheFolder });
    const file = await put('a.png', await picture().png().toBuffer());
    const { sha256 } = await assets.add(file);
    await writeFile(file, await picture('#0000ff', 640, 360).png().toBuffer());
    await expect(assets.variant(sha256, null)).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
  });
});
