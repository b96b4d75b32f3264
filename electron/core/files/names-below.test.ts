import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { NamesBelow } from './names-below.js';

it('knows what lies in a folder and below it, in any spelling, and asks each folder once', async () => {
  const folder = await folderWith({ 'A.JSON': '', 'b/Cafe\u0301.txt': '', 'b/c/d.md': '' });
  const names = new NamesBelow(folder);
  const asked = ['a.json', 'b/Café.txt', 'b/c/d.md', join('b', 'c', 'd.md'), 'b/c/../café.txt'];
  const found = ['A.JSON', 'b/Cafe\u0301.txt', 'b/c/d.md', 'b/c/d.md', 'b/Cafe\u0301.txt'];
  expect(await Promise.all(asked.map((path) => names.find(path)))).toEqual(
    found.map((path) => join(folder, path)),
  );
  const others = ['b.json', 'b/a.json', 'gone/a.json', 'b/c/d.md/x'];
  expect(await Promise.all(others.map((path) => names.find(path)))).toEqual(others.map(() => null));
  await rm(join(folder, 'b'), { recursive: true });
  expect(await names.find('b/c/d.md')).toBe(join(folder, 'b/c/d.md'));
});
