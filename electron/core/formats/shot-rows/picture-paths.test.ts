import { mkdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderWith } from '@testing/folder.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PicturePaths, shownPath } from './picture-paths.js';

const FILES = [
  'board/a.png',
  'board/media/b c.png',
  'board/keyframes/d.png',
  'board/50%.png',
  'other/e.png',
  'other/secret.txt',
];
const files = () => folderWith(Object.fromEntries(FILES.map((path) => [path, ''])));

it.each<[written: string, found: string | null]>([
  ['a.png', 'a.png'],
  [' ./a.png', 'a.png'],
  ['media\\b c.png', 'media/b c.png'],
  ['C:\\films\\board\\media\\b c.png', 'media/b c.png'],
  ['/somewhere/else/media/b c.png', 'media/b c.png'],
  ['d.png', 'keyframes/d.png'],
  ['../../gone/keyframes/d.png', 'keyframes/d.png'],
  ['../other/e.png', '../other/e.png'],
  ['..\\other\\e.png', '../other/e.png'],
  ['../other/secret.txt', null],
  ['file:///C:/films/media/b%20c.png', 'media/b c.png'],
  ['file://C:/films/media/b%20c.png', 'media/b c.png'],
  ['file://localhost/films/a.png', 'a.png'],
  ['file:media/b%20c.png', 'media/b c.png'],
  ['media/b%20c.png', null],
  ['50%.png', '50%.png'],
  ['file:///x/50%.png', '50%.png'],
  ['https://example.org/out/a.png?size=2#x', 'a.png'],
  ['http://127.0.0.1:8188/view?filename=d.png&subfolder=keyframes&type=output', 'keyframes/d.png'],
  ['http://127.0.0.1:7860/file?path=C%3A%5Cout%5Ca.png', 'a.png'],
  ['http://127.0.0.1:8188/view?filename=gone.png', null],
  ['gone.png', null],
  ['media', null],
  ['', null],
  ['..', null],
])('finds “%s” at %s', async (written, found) => {
  const folder = join(await files(), 'board');
  expect(await new PicturePaths(folder).find(written)).toBe(found);
});

it('finds files by their whole paths and addresses, in the folder and outside of it', async () => {
  const root = await files();
  const paths = new PicturePaths(join(root, 'board'));
  expect(await paths.find(join(root, 'other', 'e.png'))).toBe('../other/e.png');
  expect(await paths.find(pathToFileURL(join(root, 'board', 'media', 'b c.png')).href)).toBe('media/b c.png');
  expect(await paths.find(join(root, 'other', 'secret.txt'))).toBeNull();
  // What an address on another machine names does not lie at its path here.
  for (const scheme of ['http', 'https', 'HTTP'])
    expect(await paths.find(`${scheme}://example.org${join(root, 'other', 'e.png')}`)).toBeNull();
});

it.skipIf(process.platform === 'win32')('takes a letter and a colon within a path for no drive', async () => {
  const root = await folderWith({ 'take a:1/e.png': '' });
  await mkdir(join(root, 'board'));
  expect(await new PicturePaths(join(root, 'board')).find('../take a:1/e.png')).toBe('../take a:1/e.png');
});

it('names a path inside of the folder where nothing is found', () => {
  expect(shownPath('C:\\a\\b\\c\\d.png')).toBe('b/c/d.png');
  expect(shownPath('../x.png')).toBe('x.png');
  expect(shownPath(' a.png\n')).toBe('a.png');
  expect(shownPath('HTTPS://example.org:80/out/a%20b.png?size=2/3#x')).toBe('out/a b.png');
  expect(shownPath('FILE:///C:/b.png')).toBe('b.png');
  expect(shownPath('file:///1:/b.png')).toBe('1:/b.png');
  // An address within a name is no address.
  expect(shownPath('x file:/b.png')).toBe('x file:/b.png');
  expect(shownPath('cache of http://y/a.png')).toBe('cache of http:/y/a.png');
  expect(shownPath('my file: 50%25.png')).toBe('my file: 50%25.png');
  expect(shownPath('https://example.org/cache/http://other/a.png')).toBe('http:/other/a.png');
  expect(shownPath('file:///x/c:/b.png')).toBe('x/b.png');
  expect(shownPath('./.././')).toBe('');
});

it('reads any text as a path, and leaves the folder for pictures alone', async () => {
  const folder = join(await files(), 'board');
  const paths = new PicturePaths(folder);
  const part = fc.constantFrom(
    '..',
    '.',
    'a.png',
    'media',
    'other',
    'e.png',
    'secret.txt',
    'C:',
    'file:',
    '%',
    '',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part), fc.constantFrom('/', '\\'), async (parts, mark) => {
      const found = await paths.find(parts.join(mark));
      if (found === null) return;
      const inside = relative(folder, resolve(folder, found)).split(sep).join('/');
      expect(!inside.startsWith('..') || inside.endsWith('.png')).toBe(true);
    }),
    { numRuns: 300 },
  );
});
