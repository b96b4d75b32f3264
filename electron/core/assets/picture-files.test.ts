import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { pictureFiles } from './picture-files.js';

async function put(folder: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), '');
  }
}

async function found(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const file of pictureFiles(folder)) names.push(relative(folder, file));
  return names;
}

it('are those named like pictures, nearest first and in order of their names', async () => {
  const folder = await temporaryFolder();
  await put(
    folder,
    'b.png',
    'a.JPG',
    'z/a.webp',
    'c/d/e.tiff',
    'c/z.jpeg',
    'a.tif',
    'a.jxl',
    'a.heic',
    'a.jp2',
  );
  await put(
    folder,
    'a.txt',
    'png',
    'a.png.txt',
    'apng',
    '.git/a.png',
    'node_modules/a.png',
    'c/node_modules/b.png',
  );
  expect(await found(folder)).toEqual([
    'a.heic',
    'a.jp2',
    'a.JPG',
    'a.jxl',
    'a.tif',
    'b.png',
    'c/z.jpeg',
    'z/a.webp',
    'c/d/e.tiff',
  ]);
});

it('lie six folders deep at most, and behind no link', async () => {
  const folder = await temporaryFolder();
  await put(folder, '1/2/3/4/5/6/a.png', '1/2/3/4/5/6/7/b.png');
  await mkdir(join(folder, 'c.png'));
  await symlink(join(folder, '1/2/3/4/5/6'), join(folder, 'link'));
  await symlink(join(folder, '1/2/3/4/5/6/a.png'), join(folder, 'link.png'));
  expect(await found(folder)).toEqual(['1/2/3/4/5/6/a.png']);
  expect(await found(join(folder, 'nowhere'))).toEqual([]);
});
