import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { describe, expect, it } from 'vitest';
import { findDropped } from './find-dropped.js';

const home = () =>
  folderWith({
    'boards/fox/1.png': 'one',
    'boards/fox/2.png': 'two!',
    'boards/fox/refs/a.png': 'a',
    'boards/owl/1.png': 'one',
    'other/fox/1.png': 'uno',
    'list.csv': 'No;What',
    '.hidden/secret/1.png': 'one',
    'node_modules/pack/1.png': 'one',
  });
const file = (name: string, size: number) => ({ name, size });
const folder = (name: string) => ({ name, size: null });
const ALL_OF_FOX = [file('1.png', 3), file('2.png', 4), folder('refs')];

describe('what was dropped onto a page', () => {
  it('is the folder of its name with all that it holds, however deep', async () => {
    const at = await home();
    const drop = { folder: 'fox', entries: ALL_OF_FOX };
    expect(await findDropped([at], drop)).toBe(join(at, 'boards/fox'));
    expect(await findDropped([join(at, 'boards/fox')], drop)).toBe(join(at, 'boards/fox'));
    expect(await findDropped([at], { folder: 'fox', entries: [file('2.png', 4)] })).not.toBeNull();
  });

  it('is a file of its name and length, and several are in one folder', async () => {
    const at = await home();
    const drop = (...entries: ReturnType<typeof file>[]) => findDropped([at], { folder: null, entries });
    expect(await drop(file('list.csv', 7))).toBe(join(at, 'list.csv'));
    expect(await drop(file('1.png', 3), file('2.png', 4))).toBe(join(at, 'boards/fox/1.png'));
  });

  it('is not found where a length, a name or an entry is another', async () => {
    const at = await home();
    for (const drop of [
      { folder: null, entries: [file('list.csv', 8)] },
      { folder: 'wolf', entries: ALL_OF_FOX },
      { folder: 'fox', entries: [file('1.png', 3), folder('2.png')] },
      { folder: 'fox', entries: [file('1.png', 3), file('3.png', 1)] },
      { folder: 'fox', entries: [] },
      { folder: 'secret', entries: [file('1.png', 3)] },
      { folder: 'pack', entries: [file('1.png', 3)] },
      { folder: null, entries: [] },
    ])
      expect([drop, await findDropped([at], drop)]).toEqual([drop, null]);
    expect(await findDropped([join(at, 'gone')], { folder: 'fox', entries: ALL_OF_FOX })).toBeNull();
  });

  it('is not guessed between two, but one that is reached by two ways is one', async () => {
    const at = await home();
    // Also in boards/owl.
    const one = { folder: null, entries: [file('1.png', 3)] };
    expect(await findDropped([at], one)).toBeNull();
    await symlink(join(at, 'boards'), join(at, 'link'));
    const drop = { folder: 'fox', entries: ALL_OF_FOX };
    expect(await findDropped([at, join(at, 'boards'), join(at, 'link')], drop)).toBe(join(at, 'boards/fox'));
  });

  it('may be a folder with nothing in it', async () => {
    const at = await home();
    await mkdir(join(at, 'boards/empty'));
    expect(await findDropped([at], { folder: 'empty', entries: [] })).toBe(join(at, 'boards/empty'));
    expect(await findDropped([at], { folder: 'owl', entries: [] })).toBeNull();
  });
});
