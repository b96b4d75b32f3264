import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { folderState } from './folder-state.js';

it('is another when a file came, went or was written, but for hidden ones and the one that does not count', async () => {
  const folder = await folderWith({ 'a.png': '1', 'deep/b.png': '2', '.continuist/c': '3', 'out.json': '4' });
  const out = join(folder, 'out.json');
  const states = [await folderState(folder, out)];
  const now = async () => {
    const state = await folderState(folder, out);
    const isNew = !states.includes(state);
    states.push(state);
    return isNew;
  };
  await writeFile(out, 'other');
  await writeFile(join(folder, '.continuist/c'), 'other');
  expect(await now()).toBe(false);
  await writeFile(join(folder, 'deep/b.png'), 'other');
  expect(await now()).toBe(true);
  await writeFile(join(folder, 'deep/c.png'), '');
  expect(await now()).toBe(true);
  await rename(join(folder, 'deep/c.png'), join(folder, 'deep/d.png'));
  expect(await now()).toBe(true);
  // Another file of the same length in its place.
  await writeFile(join(folder, 'new'), 'third');
  await rename(join(folder, 'new'), join(folder, 'deep/b.png'));
  expect(await now()).toBe(true);
});

it('is that of nothing where the folder is gone', async () => {
  const folder = await folderWith({});
  expect(await folderState(join(folder, 'gone'))).toBe(await folderState(folder));
});
