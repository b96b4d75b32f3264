import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Skipped } from '@shared/contract/index.js';
import { folderWith } from '@testing/folder.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { manifestIn, plainNumber } from './manifest.js';
import { PicturePaths } from './picture-paths.js';

const PICTURES = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.png`, '']));

async function read(files: Readonly<Record<string, unknown>>) {
  const texts = Object.entries(files).map(([name, root]) => [name, JSON.stringify(root)]);
  const folder = await folderWith({ ...Object.fromEntries(texts), ...PICTURES });
  const skipped: Skipped[] = [];
  const byShot = await manifestIn(folder, new PicturePaths(folder), skipped);
  const paths = [...byShot].map(([shot, takes]) => [shot, ...takes.map(({ path }) => path)]);
  return { byShot, paths, skipped };
}

async function selectedIn(keyframes: readonly object[], selectedKeyframes: unknown): Promise<string[]> {
  const { byShot } = await read({ 'manifest.json': { keyframes, selectedKeyframes } });
  return [...byShot.values()].flat().flatMap(({ path, selected }) => (selected ? [path] : []));
}

const KEYFRAMES = [
  { shotNumber: 1, variantId: 'x', filePath: 'a.png' },
  { shotNumber: 1, variantId: 'y', filePath: 'b.png' },
  { shotNumber: 2, filePath: 'c.png' },
];

it.each<[name: string, selected: unknown, paths: string[]]>([
  ['variants by shot number', { 1: 'y' }, ['b.png']],
  ['a variant of another shot', { 2: 'y' }, []],
  ['a list of keyframes', [{ shotNumber: 1, variantId: 'x' }], ['a.png']],
  ['a keyframe of another shot', [{ shotNumber: 2, variantId: 'x' }], []],
  ['another variant of the shot', [{ shotNumber: 1, variantId: 'z' }], []],
  ['no variant of a shot', [{ shotNumber: 2 }], []],
  ['no variant by shot number', { 2: null }, []],
  ['nothing', undefined, []],
])('reads which pictures count from %s', async (_, selected, paths) => {
  expect(await selectedIn(KEYFRAMES, selected)).toEqual(paths);
});

it('reads which pictures count from the keyframes themselves', async () => {
  const keyframes = [KEYFRAMES[0], { ...KEYFRAMES[1], isSelected: true }, { ...KEYFRAMES[2], selected: 1 }];
  expect(await selectedIn(keyframes as object[], undefined)).toEqual(['b.png', 'c.png']);
});

it('gathers the pictures of a shot, however its number is written and named, with what is said of each', async () => {
  const { byShot, paths } = await read({
    'Keyframes.JSON': [
      { ShotId: 'scene_01', FilePath: 'b.png', Prompt: 'a quay', Seed: 7 },
      { scene_id: 2, image_path: 'c.png' },
      { shotNumber: 'S1', file: 'a.png' },
    ],
  });
  expect(paths).toEqual([
    ['1', 'b.png', 'a.png'],
    ['2', 'c.png'],
  ]);
  expect(byShot.get('1')?.[0]).toMatchObject({ prompt: 'a quay', seed: '7', selected: false });
});

it('reads the first manifest that names a picture, that of the keyframes first', async () => {
  const of = (filePath: string) => ({ keyframes: [{ shotNumber: 1, filePath }] });
  const all = {
    'manifest.json': of('c.png'),
    'images/manifest.json': of('b.png'),
    'frames/keyframes_manifest.json': of('gone.png'),
    'keyframes/keyframes.json': of('a.png'),
  };
  expect((await read(all)).paths).toEqual([['1', 'a.png']]);
  const { 'keyframes/keyframes.json': _, ...others } = all;
  const { paths, skipped } = await read(others);
  expect(paths).toEqual([['1', 'b.png']]);
  expect(skipped).toEqual([{ name: 'gone.png', reason: 'picture of shot 1 is missing' }]);
});

it('finds no pictures where there is no manifest, or none in it', async () => {
  for (const files of [{}, { 'shots.json': KEYFRAMES }, { 'manifest.json': 7 }, { 'manifest.json': {} }])
    expect(await read(files as Record<string, unknown>)).toMatchObject({ paths: [], skipped: [] });
});

it('names the keyframe that has no number or no picture', async () => {
  for (const bad of [{ shotNumber: 2 }, { filePath: 'a.png' }, {}])
    await expect(read({ 'manifest.json': [KEYFRAMES[0], bad] })).rejects.toMatchObject({
      code: 'BAD_FILE',
      data: { file: 'manifest.json', field: 'keyframes[1]', expected: 'a ShotNumber and a FilePath' },
    });
});

it('refuses a manifest that is no JSON, and passes over one that lies elsewhere, with the reason', async () => {
  const folder = await folderWith({ 'board/manifest.json': '{', 'elsewhere.json': '[]' });
  const paths = new PicturePaths(join(folder, 'board'));
  await expect(manifestIn(join(folder, 'board'), paths, [])).rejects.toMatchObject({ code: 'BAD_FILE' });
  await mkdir(join(folder, 'linked'));
  await symlink(join(folder, 'elsewhere.json'), join(folder, 'linked', 'manifest.json'));
  const skipped: Skipped[] = [];
  expect((await manifestIn(join(folder, 'linked'), paths, skipped)).size).toBe(0);
  expect(skipped).toEqual([{ name: 'manifest.json', reason: expect.stringMatching(/\S/) }]);
});

it('takes a number for the same with a word before it, in capitals, and with noughts', () => {
  const digits = fc.integer({ min: 0, max: 99_999 });
  const before = fc.constantFrom('', 's', 'Shot', 'SCENE_', 'shot-', 'Scene ', 'sc_00', '000', ' ');
  const letter = fc.constantFrom('', 'a', 'B', '-2');
  fc.assert(
    fc.property(digits, before, letter, (number, word, after) => {
      expect(plainNumber(`${word}${number}${after}`)).toBe(`${number}${after.toLowerCase()}`);
    }),
    { numRuns: 300 },
  );
  expect(plainNumber(' Opening ')).toBe('opening');
  expect(plainNumber('take two_3')).toBe('take two_3');
});
