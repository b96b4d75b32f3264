import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { writableSample } from './sample.js';

const original = async () => {
  const folder = await folderWith({ 'shots.json': '{}' });
  await mkdir(join(folder, '.continuist'));
  return folder;
};

it('copies the sample once, without a review, and leaves what is there', async () => {
  const [from, to] = [await original(), join(await temporaryFolder(), 'sample')];
  const copy = await writableSample(from, to);
  expect(await readdir(copy)).toEqual(['shots.json']);
  await writeFile(join(copy, 'shots.json'), 'mine');
  expect(await writableSample(from, to)).toBe(copy);
  expect(await readFile(join(copy, 'shots.json'), 'utf8')).toBe('mine');
});

it('is not there where nothing can be written, and keeps no other board from being opened', async () => {
  const folder = await folderWith({ file: '' });
  const copy = await writableSample(await original(), join(folder, 'file', 'sample'));
  await expect(readdir(copy)).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['file']);
});
