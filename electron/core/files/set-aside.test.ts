import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { setAside } from './index.js';

const NOW = new Date('2026-11-30T17:22:33.444Z');

it('a file is put aside under its name and the time, and one after it beside that', async () => {
  const folder = await folderWith({ 'a.json': 'first', 'b.json': 'other' });
  const file = join(folder, 'a.json');
  expect(await setAside(file, NOW)).toBe(`${file}.bak-20261130172233`);
  for (const words of ['second', 'third']) {
    await writeFile(file, words);
    await setAside(file, NOW);
  }
  const names = ['', '-2', '-3'].map((behind) => `a.json.bak-20261130172233${behind}`);
  expect((await readdir(folder)).sort()).toEqual([...names, 'b.json']);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  expect(texts).toEqual(['first', 'second', 'third']);
});

it('where there is no file, nothing is put aside', async () => {
  const folder = await folderWith({});
  expect(await setAside(join(folder, 'a.json'), NOW)).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

it('one that cannot be put aside is named, with why', async () => {
  const folder = await folderWith({ 'no-folder': '' });
  await expect(setAside(join(folder, 'no-folder', 'a.json'), NOW)).rejects.toMatchObject({
    code: 'SAVE_FAILED',
    detail: 'a.json.bak-20261130172233 (ENOTDIR)',
    cause: { code: 'ENOTDIR' },
  });
});
