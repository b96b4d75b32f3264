import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { expect, it, vi } from 'vitest';
import { writableSample } from './sample.js';

const disk: { fails: string | null } = vi.hoisted(() => ({ fails: null }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const rename: typeof real.rename = async (from, to) => {
    if (disk.fails !== null) throw Object.assign(new Error('it fails'), { code: disk.fails });
    await real.rename(from, to);
  };
  return { ...real, rename };
});

const original = async () => {
  const folder = await folderWith({ 'shots.json': '{}' });
  await mkdir(join(folder, '.continuist'));
  return folder;
};

it('is copied when it is asked for, once, without a review, and what is there is left', async () => {
  const into = join(await temporaryFolder(), 'sample');
  const sample = writableSample(await original(), into);
  await expect(readdir(into)).rejects.toThrow();
  expect(await sample.ready()).toBe(sample.folder);
  expect(await readdir(sample.folder)).toEqual(['shots.json']);
  await writeFile(join(sample.folder, 'shots.json'), 'mine');
  expect(await sample.ready()).toBe(sample.folder);
  expect(await readFile(join(sample.folder, 'shots.json'), 'utf8')).toBe('mine');
});

it('is one copy, however many windows ask for it at once', async () => {
  const into = join(await temporaryFolder(), 'sample');
  const from = await original();
  const asked = await Promise.all([1, 2, 3, 4].map(() => writableSample(from, into).ready()));
  expect(new Set(asked).size).toBe(1);
  expect(await readdir(into)).toHaveLength(1);
});

it.each([
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'it may only be read'],
  ['EACCES', 'it may not be written'],
  ['EIO', 'EIO'],
])('says of %s that %s, leaves nothing there, and is copied once that is mended', async (code, why) => {
  const into = join(await temporaryFolder(), 'sample');
  const sample = writableSample(await original(), into);
  disk.fails = code;
  const refused = await sample.ready().catch((thrown: unknown) => thrown);
  disk.fails = null;
  expect(refused).toMatchObject({ code: 'SAMPLE_FAILED', detail: `${into} (${why})` });
  expect(await readdir(into)).toEqual([]);
  expect(await readdir(await sample.ready())).toEqual(['shots.json']);
});

it('says which folder has a file in its place', async () => {
  const folder = await folderWith({ file: '' });
  const into = join(folder, 'file', 'sample');
  await expect(writableSample(await original(), into).ready()).rejects.toMatchObject({
    code: 'SAMPLE_FAILED',
    detail: `${into} (a file is in its place)`,
  });
  expect(await readdir(folder)).toEqual(['file']);
});

it('says that the program’s own files are missing where they are', async () => {
  const [from, into] = [await original(), await temporaryFolder()];
  await rm(from, { recursive: true });
  await expect(writableSample(from, into).ready()).rejects.toMatchObject({
    code: 'SAMPLE_FAILED',
    detail: `${from} (it is missing: install Continuist again)`,
  });
});
