import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { aBoard, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import type { Homes } from './location.js';
import { takesBeside } from './takes-beside.js';

it('copies pictures that were made in the data folder beside the others, and names no other anew', async () => {
  const root = await folderWith({
    'board/frames/0.png': 'a frame',
    'data/takes/made.png': 'made',
    'data/takes/deep/other.png': 'made elsewhere',
  });
  const [folder, takesFolder] = [join(root, 'board'), join(root, 'board', '.continuist', 'takes')];
  const homes = {
    home: { takesFolder },
    other: { takesFolder: join(root, 'data', 'takes') },
  } as unknown as Homes;
  const paths = {
    frame: 'frames/0.png',
    made: '../data/takes/made.png',
    gone: '../data/takes/gone.png',
    deep: '../data/takes/deep/other.png',
  };
  const take = Object.fromEntries(
    Object.entries(paths).map(([id, path], at) => [id, { ...aTake(at), id, path }]),
  );
  const { diff, files } = takesBeside({ ...aBoard(4), take }, folder, homes);
  expect(files).toEqual([join(root, 'data', 'takes', 'made.png')]);
  expect(readFileSync(join(takesFolder, 'made.png'), 'utf8')).toBe('made');
  expect(Object.keys(diff)).toEqual(['take']);
  const moved = { ...take.made, path: '.continuist/takes/made.png' };
  expect(diff.take?.updated).toEqual({ made: [take.made, moved] });
  expect(existsSync(files[0] ?? '')).toBe(true);
});

it('makes no folder where nothing is moved', async () => {
  const root = await folderWith({ 'board/frames/0.png': 'a frame' });
  const homes = {
    home: { takesFolder: join(root, 'takes') },
    other: { takesFolder: join(root, 'data') },
  } as unknown as Homes;
  expect(takesBeside(aBoard(1), join(root, 'board'), homes)).toEqual({ diff: {}, files: [] });
  expect(existsSync(join(root, 'takes'))).toBe(false);
});
