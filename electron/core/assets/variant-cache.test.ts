import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { createVariantCache } from './variant-cache.js';

const bytes = (length: number) => Buffer.alloc(length, 'x');
const never = () => Promise.reject(new Error('It was made again.'));

async function aCache(limit = 100) {
  const folder = join(await temporaryFolder(), 'cache');
  const cache = createVariantCache(folder, limit);
  const put = (name: string, length: number) => cache.get(name, async () => bytes(length));
  const names = async () => (await readdir(folder)).sort();
  return { folder, cache, put, names, again: () => createVariantCache(folder, limit) };
}

it('makes a copy once, however many ask for it meanwhile and later', async () => {
  const { folder, cache } = await aCache();
  let makes = 0;
  const make = async () => {
    makes++;
    return bytes(5);
  };
  const file = join(folder, 'a');
  expect(await Promise.all([cache.get('a', make), cache.get('a', make)])).toEqual([{ file }, { file }]);
  expect(await cache.get('a', make)).toEqual({ file });
  expect(makes).toBe(1);
  expect(await readFile(file)).toEqual(bytes(5));
});

it('tries again after what could not be made', async () => {
  const { folder, cache, put } = await aCache();
  await expect(cache.get('a', never)).rejects.toThrow('made again');
  expect(await put('a', 5)).toEqual({ file: join(folder, 'a') });
});

it('keeps as much as its limit and not a byte more, what was used last and longest', async () => {
  const { put, cache, names } = await aCache(100);
  await put('a', 40);
  await put('b', 40);
  await put('c', 20);
  expect(await names()).toEqual(['a', 'b', 'c']);
  await cache.get('a', never);
  await put('d', 1);
  expect(await names()).toEqual(['a', 'c', 'd']);
  await put('e', 90);
  expect(await names()).toEqual(['d', 'e']);
});

it('counts a copy that is made anew once', async () => {
  const { folder, put, names } = await aCache(100);
  await put('a', 60);
  await rm(join(folder, 'a'));
  await put('a', 60);
  await put('b', 40);
  expect(await names()).toEqual(['a', 'b']);
});

it('keeps what was just made, however large it is', async () => {
  const { put, names } = await aCache(100);
  await put('a', 10);
  await put('large', 500);
  expect(await names()).toEqual(['large']);
  await put('b', 10);
  expect(await names()).toEqual(['b']);
});

it('remembers over a restart what was used when, and what a killed program left', async () => {
  const { folder, put, names, again } = await aCache(100);
  for (const [at, name] of ['c', 'a', 'b'].entries()) {
    await put(name, 30);
    await utimes(join(folder, name), 100 + at, 100 + at);
  }
  await writeFile(join(folder, 'draft.part'), bytes(5));
  await utimes(join(folder, 'draft.part'), 1, 1);
  const cache = again();
  await cache.get('c', never);
  expect((await stat(join(folder, 'c'))).mtimeMs).toBeGreaterThan(1e6);
  await cache.get('d', async () => bytes(30));
  expect(await names()).toEqual(['b', 'c', 'd']);
});

it('makes anew what a full disk left empty', async () => {
  const { folder, put } = await aCache();
  await mkdir(folder);
  await writeFile(join(folder, 'a'), '');
  await put('a', 5);
  expect(await readFile(join(folder, 'a'))).toEqual(bytes(5));
});

it('gives the bytes where its folder cannot be written, and writes as soon as it can', async () => {
  const { folder, put } = await aCache();
  await writeFile(folder, 'no folder');
  expect(await put('a', 5)).toEqual({ bytes: bytes(5) });
  await rm(folder);
  expect(await put('a', 5)).toEqual({ file: join(folder, 'a') });
});
