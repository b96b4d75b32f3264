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
