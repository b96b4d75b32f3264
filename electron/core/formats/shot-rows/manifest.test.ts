import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { manifestIn } from './manifest.js';
import { PicturePaths } from './picture-paths.js';

async function selectedIn(keyframes: readonly object[], selectedKeyframes: unknown): Promise<string[]> {
  const folder = await folderWith({
    'manifest.json': JSON.stringify({ keyframes, selectedKeyframes }),
    ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.png`, ''])),
  });
  const byShot = await manifestIn(folder, new PicturePaths(folder), []);
  return [...byShot.values()].flat().flatMap(({ path, selected }) => (selected ? [path] : []));
}

const KEYFRAMES = [
  { shotNumber: 1, variantId: 'x', filePath: 'a.png' },
  { shotNumber: 1, variantId: 'y', filePath: 'b.png' },
  { shotNumber: 2, filePath: 'c.png' },
];

it.each<[name: string, selected: unknown, paths: string[]]>([
  ['variants by shot number', { 1: 'y' }, ['b.png']],
  ['a list of keyframes', [{ shotNumber: 1, variantId: 'x' }], ['a.png']],
  ['a keyframe of another shot', [{ shotNumber: 2, variantId: 'x' }], []],
  ['no variant of a shot', [{ shotNumber: 2 }], []],
  ['nothing', undefined, []],
])('reads which pictures count from %s', async (_, selected, paths) => {
  expect(await selectedIn(KEYFRAMES, selected)).toEqual(paths);
});
