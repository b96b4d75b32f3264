import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it, onTestFinished } from 'vitest';
import { createVariantCache, type VariantCache } from './variant-cache.js';

const bytes = (length: number) => Buffer.alloc(length, 'x');
const never = () => Promise.reject(new Error('It was made again.'));

async function aCache(limit = 100) {
  const folder = join(await temporaryFolder(), 'cache');
  const file = join(folder, 'copies.sqlite');
  const open: VariantCache[] = [];
  const opened = () => {
    const cache = createVariantCache(folder, limit);
    open.push(cache);
    return cache;
  };
  onTestFinished(() => {
    for (const cache of open) cache.close();
  });
  /** Closes what is open, as a program that ends. */
  const again = () => {
    for (const cache of open.splice(0)) cache.close();
    return opened();
  };
  /** What is kept, the least recently used first, as the next program finds it. */
  const names = () => {
    again().close();
    const db = new DatabaseSync(file);
    const rows = db.prepare('SELECT name FROM copy ORDER BY used').all() as { name: string }[];
    db.close();
    return rows.map(({ name }) => name);
  };
  return { folder, file, opened, again, names };
}

const put = (cache: VariantCache, name: string, length: number) => cache.get(name, async () => bytes(length));

it('makes a copy once, however many ask for it meanwhile, later, and after another start', async () => {
  const { opened, again } = await aCache();
  const cache = opened();
  let makes = 0;
  const make = async () => {
    makes++;
    return bytes(5);
  };
  expect(await Promise.all([cache.get('a', make), cache.get('a', make)])).toEqual([bytes(5), bytes(5)]);
  expect(await cache.get('a', make)).toEqual(bytes(5));
  expect(makes).toBe(1);
  expect(await again().get('a', never)).toEqual(bytes(5));
});

it('tries again after what could not be made', async () => {
  const { opened } = await aCache();
  const cache = opened();
  await expect(cache.get('a', never)).rejects.toThrow('made again');
  expect(await put(cache, 'a', 5)).toEqual(bytes(5));
});

it('keeps as much as its limit and not a byte more, what was used last and longest', async () => {
  const { again, names } = await aCache(100);
  const first = again();
  await put(first, 'a', 40);
  await put(first, 'b', 40);
  await put(first, 'c', 20);
  expect(names()).toEqual(['a', 'b', 'c']);
  const second = again();
  await second.get('a', never);
  await put(second, 'd', 1);
  expect(names()).toEqual(['c', 'a', 'd']);
  await put(again(), 'e', 90);
  expect(names()).toEqual(['d', 'e']);
});

it('keeps in their order what two programs use in turns', async () => {
  const { opened, names } = await aCache();
  const [one, other] = [opened(), opened()];
  await put(one, 'a', 1);
  for (const name of ['b', 'c', 'd']) await put(other, name, 1);
  other.close();
  // Their clock is one, and counts milliseconds.
  await pause(10);
  one.close();
  expect(names()).toEqual(['b', 'c', 'd', 'a']);
});

it('makes room among many that are small', async () => {
  const { again, names } = await aCache(300);
  const cache = again();
  for (let n = 0; n < 300; n++) await put(cache, `${n}`, 1);
  await put(again(), 'large', 150);
  const kept = names();
  expect(kept).toHaveLength(151);
  expect([kept[0], kept.at(-1)]).toEqual(['150', 'large']);
});

it('keeps what was just made, however large it is', async () => {
  const { again, names } = await aCache(100);
  await put(again(), 'a', 10);
  await put(again(), 'large', 500);
  expect(names()).toEqual(['large']);
  await put(again(), 'b', 10);
  expect(names()).toEqual(['b']);
});

it('is written by itself before long, and at once where much was made', async () => {
  const { opened } = await aCache(1e9);
  const [one, other] = [opened(), opened()];
  await put(one, 'small', 5);
  await expect.poll(() => other.get('small', never).catch(() => null)).toEqual(bytes(5));
  const much = 4 * 1024 * 1024;
  await put(one, 'large', much);
  expect((await other.get('large', never)).length).toBe(much);
});

it('of a damaged file, or one of another version, all is made again and kept', async () => {
  const { folder, file, opened, again, names } = await aCache();
  await mkdir(folder);
  await writeFile(file, 'no database at all, but long enough to be taken for one'.repeat(30));
  await put(opened(), 'a', 5);
  await put(again(), 'a', 5);
  expect(names()).toEqual(['a']);
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version = 99');
  db.close();
  await put(again(), 'b', 5);
  await put(again(), 'c', 5);
  const kept = names();
  expect([kept.includes('c'), kept.includes('a')]).toEqual([true, false]);
});

it('leaves a file that another program is writing as it is', async () => {
  const { file, opened, again, names } = await aCache();
  await put(again(), 'a', 5);
  again().close();
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const cache = opened();
  expect(await put(cache, 'b', 5)).toEqual(bytes(5));
  cache.close();
  other.exec('ROLLBACK');
  other.close();
  expect(names()).toEqual(['a']);
});

it('gives the bytes where its folder cannot be written, and writes as soon as it can', async () => {
  const { folder, opened, again, names } = await aCache();
  await writeFile(folder, 'no folder');
  expect(await put(opened(), 'a', 5)).toEqual(bytes(5));
  again();
  expect(await readFile(folder, 'utf8')).toBe('no folder');
  await rm(folder);
  expect(await put(again(), 'a', 5)).toEqual(bytes(5));
  expect(names()).toEqual(['a']);
});

it('clears away what an earlier version kept, a file for each copy, and nothing else', async () => {
  const { folder, opened } = await aCache();
  const hash = 'a1'.repeat(32);
  await mkdir(folder);
  const loose = [`${hash}-320.webp`, `${hash}-full.webp`, `${hash}-160.webp.1b4e28ba.part`];
  for (const name of [...loose, 'holiday.webp']) await writeFile(join(folder, name), '');
  const cache = opened();
  await put(cache, 'a', 5);
  await expect.poll(() => readdir(folder)).not.toEqual(expect.arrayContaining(loose));
  await expect
    .poll(async () => (await readdir(folder)).filter((name) => name.includes('.webp')))
    .toEqual(['holiday.webp']);
});

it('is of no more use once it is closed, and does no harm', async () => {
  const { opened, names } = await aCache();
  const cache = opened();
  await put(cache, 'a', 5);
  cache.close();
  expect(await put(cache, 'b', 5)).toEqual(bytes(5));
  expect(names()).toEqual(['a']);
});
