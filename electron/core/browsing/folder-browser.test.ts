import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, parse } from 'node:path';
import { expect, it } from 'vitest';
import { FolderBrowser } from './folder-browser.js';

it('lists folders, shots files and pictures by token and never tells a path', async () => {
  const home = await mkdtemp(join(tmpdir(), 'continuist-browsing-'));
  await mkdir(join(home, 'board'));
  await mkdir(join(home, '.hidden'));
  for (const name of ['shot10.png', 'shot2.PNG', 'notes.txt']) await writeFile(join(home, 'board', name), '');
  await writeFile(join(home, 'shots.json'), '[]');
  const browser = new FolderBrowser([{ name: 'Home', path: home }]);

  const start = await browser.list(null);
  expect(start.entries).toMatchObject([{ name: 'Home', kind: 'folder' }]);
  const inside = await browser.list(start.entries[0]?.token ?? '');
  expect(inside.entries).toMatchObject([
    { name: 'board', kind: 'folder', pictures: 2 },
    { name: 'shots.json', kind: 'file', format: 'a shots file' },
  ]);
  const board = await browser.list(inside.entries[0]?.token ?? '');
  expect(board.entries.map(({ name }) => name)).toEqual(['shot2.PNG', 'shot10.png']);
  expect(JSON.stringify([start, inside, board])).not.toContain(tmpdir());
  expect(browser.pathOf(board.entries[0]?.token ?? '')).toBe(join(home, 'board', 'shot2.PNG'));
});

it('refuses a token that was not given out', async () => {
  const browser = new FolderBrowser([]);
  await expect(browser.list('/etc')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('says which folders hold a model, in the published layout or all in one', async () => {
  const home = await mkdtemp(join(tmpdir(), 'continuist-browsing-'));
  await mkdir(join(home, 'flat'));
  await mkdir(join(home, 'page'));
  await mkdir(join(home, 'published', 'onnx'), { recursive: true });
  await mkdir(join(home, 'bare', 'onnx'), { recursive: true });
  for (const file of ['flat/config.json', 'flat/model.onnx', 'page/config.json', 'published/config.json'])
    await writeFile(join(home, file), '');
  const browser = new FolderBrowser([]);
  const { entries } = await browser.list(browser.tokenFor(home));
  expect(entries.filter(({ model }) => model).map(({ name }) => name)).toEqual(['flat', 'published']);
});

it('says why a folder cannot be read, without its path', async () => {
  const home = await mkdtemp(join(tmpdir(), 'continuist-browsing-'));
  await writeFile(join(home, 'a file'), '');
  const browser = new FolderBrowser([]);
  for (const [name, reason] of [
    ['gone', 'it is not there'],
    ['a file', 'it is not a folder'],
  ] as const)
    await expect(browser.list(browser.tokenFor(join(home, name)))).rejects.toMatchObject({
      code: 'FOLDER_UNREADABLE',
      message: `This folder cannot be read: “${name}”, ${reason}`,
    });
});

it('shows folders as folders whatever they are called, nothing that is hidden, and pictures last', async () => {
  const home = await mkdtemp(join(tmpdir(), 'continuist-browsing-'));
  for (const name of ['album.png', 'old.json']) await mkdir(join(home, name));
  for (const name of ['b.png', 'a.png', '.c.png', '.d.json', 'shots.json', 'readme'])
    await writeFile(join(home, name), '');
  const browser = new FolderBrowser([]);
  const { entries, name, parent } = await browser.list(browser.tokenFor(home));
  expect(entries.map(({ name, kind, format }) => [name, kind, format])).toEqual([
    ['album.png', 'folder', ''],
    ['old.json', 'folder', ''],
    ['shots.json', 'file', 'a shots file'],
    ['a.png', 'image', ''],
    ['b.png', 'image', ''],
  ]);
  expect(name).toBe(basename(home));
  expect(browser.pathOf(parent ?? '')).toBe(tmpdir());
});

it('counts the pictures in the folder and below it, and says where it gave up', async () => {
  const home = await mkdtemp(join(tmpdir(), 'continuist-browsing-'));
  const files = [
    '1.png',
    'a/2.png',
    'a/notes.txt',
    'a/b/3.png',
    '.x/4.png',
    'other/.continuist/x',
    'other/5.png',
  ];
  for (const file of files) {
    await mkdir(dirname(join(home, file)), { recursive: true });
    await writeFile(join(home, file), '');
  }
  const browser = new FolderBrowser([]);
  const insideOf = async (path: string) => (await browser.list(browser.tokenFor(path))).inside;
  expect(await insideOf(home)).toEqual({ pictures: 3, isAll: true });
  // A folder of its own storyboard holds its pictures all the same.
  expect(await insideOf(join(home, 'other'))).toEqual({ pictures: 1, isAll: true });
  const deep = join(home, 'deep', '1', '2', '3', '4', '5', '6', '7');
  await mkdir(deep, { recursive: true });
  for (const path of [deep, dirname(deep)]) await writeFile(join(path, 'p.png'), '');
  expect(await insideOf(join(home, 'deep'))).toEqual({ pictures: 1, isAll: true });
  const many = join(home, 'many');
  await mkdir(join(many, 'below'), { recursive: true });
  await Promise.all(Array.from({ length: 2000 }, (_, at) => writeFile(join(many, `${at}.png`), '')));
  expect(await insideOf(many)).toEqual({ pictures: 2000, isAll: false });
});

it('leads up to the top, which has a name and nothing above it', async () => {
  const browser = new FolderBrowser([{ name: 'Gone', path: join(tmpdir(), 'continuist-gone') }]);
  const top = parse(tmpdir()).root;
  expect(await browser.list(browser.tokenFor(top))).toMatchObject({ name: top, parent: null });
  expect(await browser.list(null)).toMatchObject({
    name: '',
    parent: null,
    entries: [{ pictures: 0, model: false }],
  });
});

it('gives a path one token, which nobody can guess', () => {
  const browser = new FolderBrowser([]);
  const token = browser.tokenFor('/a');
  expect(token).toMatch(/^[0-9a-f]{32}$/);
  expect(browser.tokenFor('/a')).toBe(token);
  expect([browser.tokenFor('/b'), new FolderBrowser([]).tokenFor('/a')]).not.toContain(token);
});
