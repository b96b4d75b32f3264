import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { replaceFile } from './index.js';

it('writes text, bytes, or the copy of another file, making the folder where there is none', async () => {
  const folder = await folderWith({ 'old.txt': 'old', 'other.txt': 'other' });
  await replaceFile(join(folder, 'old.txt'), 'new');
  await replaceFile(join(folder, 'deep', 'er', 'bytes'), Buffer.from([1, 2]));
  await replaceFile(join(folder, 'copy.txt'), { copyOf: join(folder, 'other.txt') });
  expect(await readFile(join(folder, 'old.txt'), 'utf8')).toBe('new');
  expect([...(await readFile(join(folder, 'deep', 'er', 'bytes')))]).toEqual([1, 2]);
  expect(await readFile(join(folder, 'copy.txt'), 'utf8')).toBe('other');
  expect((await readdir(folder)).sort()).toEqual(['copy.txt', 'deep', 'old.txt', 'other.txt']);
});

it('leaves what was there, and no half of a file, when it fails', async () => {
  const folder = await folderWith({ 'old.txt': 'old' });
  await mkdir(join(folder, 'taken'));
  await writeFile(join(folder, 'taken', 'inside'), '');
  const failed = { code: 'SAVE_FAILED', data: { file: expect.any(String) } };
  await expect(replaceFile(join(folder, 'taken'), 'new')).rejects.toMatchObject(failed);
  await expect(replaceFile(join(folder, 'old.txt', 'below'), 'new')).rejects.toMatchObject(failed);
  const gone = { copyOf: join(folder, 'gone.txt') };
  await expect(replaceFile(join(folder, 'old.txt'), gone)).rejects.toMatchObject(failed);
  expect(await readFile(join(folder, 'old.txt'), 'utf8')).toBe('old');
  expect((await readdir(folder)).sort()).toEqual(['old.txt', 'taken']);
});

it.skipIf(process.platform === 'win32')('puts no file in the place of a pipe or a device', async () => {
  const folder = await folderWith({});
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  await expect(replaceFile(pipe, 'new')).rejects.toMatchObject({ code: 'SAVE_FAILED' });
  expect((await lstat(pipe)).isFIFO()).toBe(true);
  expect(await readdir(folder)).toEqual(['pipe']);
});
