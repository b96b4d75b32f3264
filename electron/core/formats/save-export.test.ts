import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import type { Exported } from './format.js';
import { saveExport } from './save-export.js';

const FOLDER = {
  name: 'x',
  makes: 'folder',
  files: ['a.txt', 'b.txt', 'c.txt'].map((path) => ({ path, content: `new ${path}` })),
} as unknown as Exported;

/** Goes on until it is at the file with this number, from 0. */
const until = (last: number) => async (at: number) => {
  if (at === last) throw new Error('cut off');
};

it('leaves no file that was not there before, and no folder, where it is cut off', async () => {
  const folder = await folderWith({ 'kept/b.txt': 'old' });
  await expect(saveExport(FOLDER, join(folder, 'made'), until(2))).rejects.toThrow('cut off');
  expect(await readdir(folder)).toEqual(['kept']);
  await expect(saveExport(FOLDER, join(folder, 'kept'), until(1))).rejects.toThrow('cut off');
  expect(await readdir(join(folder, 'kept'))).toEqual(['b.txt']);
  expect(await readFile(join(folder, 'kept/b.txt'), 'utf8')).toBe('old');
});

it('keeps what was there before in its place, with what was written over it until then', async () => {
  const folder = await folderWith({ 'kept/a.txt': 'old' });
  await expect(saveExport(FOLDER, join(folder, 'kept'), until(2))).rejects.toThrow('cut off');
  expect(await readdir(join(folder, 'kept'))).toEqual(['a.txt']);
  expect(await readFile(join(folder, 'kept/a.txt'), 'utf8')).toBe('new a.txt');
});

it('leaves an empty folder that was there', async () => {
  const folder = await folderWith({ 'kept/x.txt': '' });
  const own = await folderWith({});
  await expect(saveExport(FOLDER, own, until(0))).rejects.toThrow('cut off');
  expect((await stat(own)).isDirectory()).toBe(true);
  const one = { ...FOLDER, makes: 'file', files: FOLDER.files.slice(0, 1) } as Exported;
  await expect(saveExport(one, join(folder, 'new.txt'), until(0))).rejects.toThrow('cut off');
  await saveExport(one, join(folder, 'new.txt'), until(9));
  expect((await readdir(folder)).sort()).toEqual(['kept', 'new.txt']);
});
