import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { inputAt } from './input.js';

it('reads a file without the mark before its first character, and no other', async () => {
  const folder = await folderWith({ 'Shots.JSON': '\uFEFF{"mark": "a\uFEFFb"}', 'plain.txt': 'a\uFEFF' });
  const file = await inputAt(join(folder, 'Shots.JSON'));
  expect(file).toMatchObject({ kind: 'file', name: 'Shots.JSON', extension: '.json' });
  expect(await file.text()).toBe('{"mark": "a\uFEFFb"}');
  expect(await file.json()).toEqual({ mark: 'a\uFEFFb' });
  expect(await file.names()).toEqual([]);
  expect(await (await inputAt(folder)).inside('plain.txt').text()).toBe('a\uFEFF');
});

it('lists a folder, whose name has no extension', async () => {
  const folder = await folderWith({ 'board.v2/a.png': '' });
  const input = await inputAt(join(folder, 'board.v2'));
  expect(input).toMatchObject({ kind: 'folder', name: 'board.v2', extension: '' });
  expect(await input.names()).toEqual(['a.png']);
});

it('says which file cannot be read, or is not what its name says', async () => {
  const folder = await folderWith({ 'cut.json': '{"shots": [', 'board/a.png': '' });
  await expect((await inputAt(join(folder, 'board'))).text()).rejects.toMatchObject({
    code: 'OPEN_FAILED',
    message: expect.stringContaining('board cannot be read'),
  });
  await expect((await inputAt(join(folder, 'cut.json'))).json()).rejects.toMatchObject({
    code: 'BAD_FILE',
    message: expect.stringContaining('cut.json is not valid JSON'),
    data: { file: 'cut.json' },
  });
});

it('tells what a file is without the care with which it is read', async () => {
  const folder = await folderWith({
    'shots.json': '{"seed": 12345678901234567890, "seed": 7}',
    'cut.json': '[',
  });
  const [shots, cut] = await Promise.all(
    ['shots.json', 'cut.json'].map((name) => inputAt(join(folder, name))),
  );
  expect(await shots?.outline()).toEqual({ seed: 7 });
  await expect(shots?.json()).rejects.toMatchObject({ code: 'BAD_FILE' });
  expect(await cut?.outline()).toBeUndefined();
});

it('says that nothing is there by the name that was chosen', async () => {
  const folder = await folderWith({ 'a.txt': '' });
  await expect(inputAt(join(folder, 'gone.json'))).rejects.toMatchObject({
    code: 'OPEN_FAILED',
    message: expect.stringContaining('gone.json is not there'),
    data: { name: 'gone.json' },
  });
});

it('is read once, however many formats look at it and whatever happens to it meanwhile', async () => {
  const folder = await folderWith({ 'shots.json': '{"shots": 3}' });
  const [file, around] = [await inputAt(join(folder, 'shots.json')), await inputAt(folder)];
  const [text, json, names] = [await file.text(), await file.json(), await around.names()];
  await writeFile(join(folder, 'shots.json'), '{"shots": 4}');
  await writeFile(join(folder, 'new.json'), '');
  expect(await file.text()).toBe(text);
  expect(await file.json()).toBe(json);
  expect(await file.outline()).toEqual({ shots: 3 });
  expect(await around.names()).toBe(names);
  await rm(join(folder, 'shots.json'));
  expect(await (await inputAt(folder)).names()).toEqual(['new.json']);
});

it('is not read through a link that leads out of the folder it was chosen in', async () => {
  const folder = await folderWith({ 'secret.txt': 'words', 'board/a.txt': '' });
  const link = join(folder, 'board/link.txt');
  await symlink(join(folder, 'secret.txt'), link);
  const refused = {
    code: 'OPEN_FAILED',
    message: expect.stringMatching(/link[.]txt cannot be read: \S/),
  };
  await expect((await inputAt(link)).text()).rejects.toMatchObject(refused);
  await expect((await inputAt(join(folder, 'board'))).inside('link.txt').text()).rejects.toMatchObject(
    refused,
  );
  expect(await (await inputAt(link, { root: folder })).text()).toBe('words');
});

it('lies in its own folder, and a folder in none but itself', async () => {
  const folder = await folderWith({ 'board/a.png': '' });
  const file = await inputAt(join(folder, 'board/a.png'));
  expect([file.path, file.folder]).toEqual([join(folder, 'board/a.png'), join(folder, 'board')]);
  const around = await inputAt(join(folder, 'board'));
  expect([around.path, around.folder]).toEqual([join(folder, 'board'), join(folder, 'board')]);
  expect(around.inside('a.png')).toMatchObject({
    kind: 'file',
    name: 'a.png',
    folder: join(folder, 'board'),
  });
});
