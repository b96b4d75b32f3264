import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { picturesBelow } from './pictures-below.js';

/** A folder with these files, which hold nothing. */
async function holding(...paths: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), '');
  }
  return folder;
}

it('finds the pictures of a folder and of those in it, in natural order, and names what else lies beside them', async () => {
  const folder = await holding(
    'b/10.png',
    'b/9.png',
    'a.jpg',
    'notes.txt',
    'b/notes.txt',
    '.hidden.png',
    '.old/c.png',
  );
  expect(await picturesBelow(folder)).toEqual({
    paths: ['a.jpg', 'b/9.png', 'b/10.png'],
    others: ['notes.txt'],
    skipped: [],
  });
});

it('says of pictures of other kinds that they are not read', async () => {
  const { paths, others, skipped } = await picturesBelow(
    await holding('a.psd', 'b/c.MOV', 'd.JFIF', 'e.jpe'),
  );
  expect([paths, others]).toEqual([['d.JFIF', 'e.jpe'], []]);
  expect(skipped).toEqual([
    { name: 'a.psd', reason: 'a kind of picture that is not read; save it as PNG' },
    { name: 'b/c.MOV', reason: 'a film; export a picture of each shot into a folder and open that' },
  ]);
});

it('looks six folders deep, and into no storyboard in the folder', async () => {
  const { paths, skipped } = await picturesBelow(
    await holding('1/2/3/4/5/6/a.png', '1/2/3/4/5/6/7/b.png', 'other/.continuist/review', 'other/c.png'),
  );
  expect(paths).toEqual(['1/2/3/4/5/6/a.png']);
  expect(skipped).toEqual([
    { name: '1/2/3/4/5/6/7', reason: 'too many folders deep' },
    { name: 'other', reason: 'a storyboard of its own' },
  ]);
});

it.skipIf(process.platform === 'win32')(
  'follows links to pictures, and says of others what they are',
  async () => {
    const folder = await holding('a.png', 'b/c.png');
    const other = await holding('d.png');
    await symlink(join(folder, 'a.png'), join(folder, 'to-file.png'));
    await symlink(other, join(folder, 'to-folder'));
    await symlink(join(folder, 'gone.png'), join(folder, 'to-nothing.png'));
    const { paths, skipped } = await picturesBelow(folder);
    expect(paths).toEqual(['a.png', 'b/c.png', 'to-file.png']);
    expect(skipped).toHaveLength(2);
    expect(skipped).toEqual(
      expect.arrayContaining([
        { name: 'to-folder', reason: 'it is a link to a folder, which is not followed' },
        { name: 'to-nothing.png', reason: 'it is a link to nothing' },
      ]),
    );
  },
);
