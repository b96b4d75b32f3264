import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { framesOf, shownWords, withSeed } from './frames-of.js';
import { inputAt } from './input.js';

it('finds the pictures of a source’s shots below its folder, and names every other', async () => {
  const folder = await folderWith({
    'shots.json': '',
    'keyframes/shot_001.png': '',
    'keyframes/shot_002.png': '',
    'keyframes/shot_009.png': '',
    'keyframes/shot_003.heic': '',
  });
  const shots = [
    { number: '1', scene: null, names: ['C:\\out\\shot_002.png'] },
    { number: '2', scene: null, names: ['gone.png'] },
    { number: '3', scene: null, names: [] },
  ];
  expect(await framesOf(await inputAt(join(folder, 'shots.json')), shots)).toEqual({
    takes: [['keyframes/shot_002.png'], [], []],
    seeds: new Map(),
    skipped: [
      { name: 'gone.png', reason: 'picture of shot 2 is missing' },
      { name: 'keyframes/shot_001.png', reason: 'its name holds no shot number' },
      { name: 'keyframes/shot_009.png', reason: 'its name holds no shot number' },
      { name: 'keyframes/shot_003.heic', reason: 'a kind of picture that is not read; save it as PNG' },
    ],
  });
});

it('shows so much of a description, and has the seed of a picture’s name where none is said', () => {
  expect(shownWords('a'.repeat(300))).toBe('a'.repeat(120));
  expect(shownWords('a mule')).toBe('a mule');
  const seeds = new Map([['a.png', '7']]);
  expect(withSeed({ path: 'a.png' }, seeds)).toEqual({ path: 'a.png', seed: '7' });
  expect(withSeed({ path: 'a.png', seed: '9' }, seeds)).toEqual({ path: 'a.png', seed: '9' });
  expect(Object.keys(withSeed({ path: 'b.png' }, seeds))).toEqual(['path']);
});
