import { stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Asset, type Assets, provisionalId } from '@core/assets/index.js';
import type { PictureFile } from '@core/metadata/index.js';
import type { PictureReading, Review } from '@core/review/index.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PictureReadings } from './picture-readings.js';

const png = await plainPng();
/** Half a second, so that no change of a file can hide behind its time. */
const WRITTEN = 1_700_000_000.5;

/** A folder with a picture, whoever reads it, and a review that keeps what was read. */
async function reading(version = '1') {
  const folder = await folderWith({ 'a.png': png, 'b.png': Buffer.concat([png, Buffer.from('b')]) });
  const [a, b] = [join(folder, 'a.png'), join(folder, 'b.png')];
  for (const file of [a, b]) await utimes(file, WRITTEN, WRITTEN);
  const state = {
    read: 0,
    size: { width: 8, height: 8, format: 'png' } as PictureFile['size'],
    isFull: false,
  };
  const read = async () => {
    state.read++;
    const says = { prompt: `read ${state.read}`, settings: {}, loras: [], notRead: [], origins: [] };
    return { says, size: state.size } as unknown as PictureFile;
  };
  const rows = new Map<string, PictureReading>();
  const review = {
    folder,
    picture: (path: string) => rows.get(path) ?? null,
    putPictures(all: readonly (readonly [string, PictureReading])[]) {
      if (state.isFull) throw new Error('full');
      for (const [path, one] of all) rows.set(path, one);
    },
  } as unknown as Review;
  const added: string[] = [];
  const adopted: Asset[] = [];
  const assets = {
    add: async (file: string): Promise<Asset> => {
      added.push(file);
      return { sha256: 'f'.repeat(64), width: 8, height: 8, format: 'png', unreadable: null };
    },
    adopt: (_: string, asset: Asset) => adopted.push(asset),
  } as unknown as Assets;
  const readings = new PictureReadings(version, read);
  return { folder, a, b, state, read, rows, review, added, adopted, assets, readings };
}

describe('what a file says', () => {
  it('is read once for as long as it is the same file, also in the next program, and anew by another version', async () => {
    const { a, state, readings, review, rows, read } = await reading();
    const first = await readings.says(a);
    expect(await readings.says(a)).toMatchObject({ prompt: 'read 1' });
    expect(first).toHaveProperty('origins');
    readings.keepIn(review);
    expect([...rows.keys()], 'by its path from the folder').toEqual(['a.png']);
    expect(rows.get('a.png')?.says).not.toHaveProperty('origins');
    expect(await readings.says(a)).toMatchObject({ prompt: 'read 1' });
    const next = new PictureReadings('1', read);
    next.keepIn(review);
    expect(await next.says(a)).toMatchObject({ prompt: 'read 1' });
    expect(state.read).toBe(1);
    const later = new PictureReadings('2', read);
    later.keepIn(review);
    expect(await later.says(a)).toMatchObject({ prompt: 'read 2' });
  });

  it('is read again where the file was written over, and never kept of one that is not there', async () => {
    const { a, folder, state, readings, review, rows } = await reading();
    await readings.says(a);
    await writeFile(a, Buffer.concat([png, Buffer.from('!')]));
    await utimes(a, WRITTEN, WRITTEN);
    expect(await readings.says(a)).toMatchObject({ prompt: 'read 2' });
    for (const file of [join(folder, 'gone.png'), folder]) {
      await readings.says(file);
      expect(await readings.standing(file)).toBeNull();
    }
    expect(state.read).toBe(4);
    readings.keepIn(review);
    expect([...rows.keys()]).toEqual(['a.png']);
  });

  it('is not kept of a file with a time of whole seconds that was written just now', async () => {
    const { a, state, readings } = await reading();
    const whole = Math.floor(WRITTEN);
    await utimes(a, whole, whole);
    const { ctimeMs } = await stat(a);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    vi.setSystemTime(Math.ceil(ctimeMs) + 1990);
    for (let n = 0; n < 2; n++) await readings.says(a);
    expect(state.read).toBe(2);
    vi.setSystemTime(Math.ceil(ctimeMs) + 2001);
    for (let n = 0; n < 2; n++) await readings.says(a);
    expect(state.read).toBe(3);
  });
});

describe('what a file is by its content', () => {
  it('is read once, and stands beside what it says', async () => {
    const { a, added, adopted, assets, readings, review, rows, state } = await reading();
    await readings.says(a);
    const asset = await readings.add(a, assets);
    expect(await readings.add(a, assets)).toEqual(asset);
    expect([added.length, adopted]).toEqual([1, [asset]]);
    await readings.says(a);
    expect(state.read).toBe(1);
    readings.keepIn(review);
    expect(rows.get('a.png')).toMatchObject({ says: { prompt: 'read 1' }, asset });
    expect((await readings.standing(a))?.asset).toEqual(asset);
  });

  it('can be noted by whoever read it', async () => {
    const { a, added, assets, readings } = await reading();
    const standing = await readings.standing(a);
    expect(standing).toMatchObject({ bytes: png.length, changedAt: WRITTEN * 1000, asset: null });
    const asset = { sha256: 'e'.repeat(64), width: 1, height: 1, format: 'png', unreadable: null };
    standing?.note(asset);
    expect([await readings.add(a, assets), added]).toEqual([asset, []]);
  });

  it('is made up from where it lies until it is read, with the size that the file says', async () => {
    const { a, b, added, adopted, assets, readings, state } = await reading();
    const known = provisionalId('a.png', { size: png.length, mtimeMs: WRITTEN * 1000 });
    expect((await readings.addUnread(b, 'b.png', assets)).sha256, 'nothing was asked of it').toBe(
      'f'.repeat(64),
    );
    expect(added).toEqual([b]);
    state.size = { width: 300, height: 200, format: 'png' };
    await readings.says(a);
    const one = await readings.addUnread(a, 'a.png', assets);
    expect(one).toMatchObject({ sha256: known, width: 300, height: 200 });
    expect([adopted, added]).toEqual([[one], [b]]);
    expect(readings.bytesOf([a, b, 'gone'])).toBe(png.length);
  });

  it.each<[string, PictureFile['size'], number]>([
    ['says none', null, 8],
    ['says more than can be shown', { width: 10_001, height: 10_000, format: 'png' }, 8],
    ['says as much as can be shown', { width: 10_000, height: 10_000, format: 'png' }, 10_000],
  ])('has the size that the decoder reads where the file %s', async (_, size, width) => {
    const { a, assets, readings, state } = await reading();
    state.size = size;
    await readings.says(a);
    expect((await readings.addUnread(a, 'a.png', assets)).width).toBe(width);
  });
});

it('goes into the review in portions, and out of memory where the review takes nothing', async () => {
  const { folder, readings, review, rows, state } = await reading();
  const files = Array.from({ length: 201 }, (_, n) => join(folder, `${n}.png`));
  for (const file of files) {
    await writeFile(file, 'x');
    await utimes(file, WRITTEN, WRITTEN);
  }
  readings.keepIn(review);
  for (const file of files.slice(0, 199)) await readings.says(file);
  expect(rows.size).toBe(0);
  await readings.says(files[199] as string);
  expect(rows.size).toBe(200);
  await readings.says(files[200] as string);
  readings.close();
  expect(rows.size).toBe(201);
  readings.keep();
  expect(rows.size, 'it is closed').toBe(201);
  readings.keepIn(review);
  state.isFull = true;
  await readings.says(join(folder, 'a.png'));
  expect(() => readings.keep()).toThrow('full');
  readings.close();
  state.isFull = false;
  readings.keepIn(review);
  expect(rows.has('a.png')).toBe(false);
});
