import { symlink } from 'node:fs/promises';
import { join, parse, relative } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { realPlace } from './index.js';

it('leads through links to where a file lies, or would lie', async () => {
  const folder = await realPlace(await folderWith({ 'there/a.json': '' }));
  await symlink(join(folder, 'there'), join(folder, 'link'));
  const at = async (path: string) => relative(folder, await realPlace(join(folder, path)));
  expect(await at('there/a.json')).toBe(join('there', 'a.json'));
  expect(await at('link/a.json')).toBe(join('there', 'a.json'));
  expect(await at('link')).toBe('there');
  expect(await at('link/new.json')).toBe(join('there', 'new.json'));
  expect(await at('link/new/deep/a.json')).toBe(join('there', 'new', 'deep', 'a.json'));
  expect(await at('new/../link/./b.json')).toBe(join('there', 'b.json'));
});

it('is whole, wherever the path begins', async () => {
  expect(await realPlace('no-such-folder/a.json')).toBe(
    join(await realPlace(process.cwd()), 'no-such-folder', 'a.json'),
  );
  const { root } = parse(process.cwd());
  expect(await realPlace(root)).toBe(root);
});
