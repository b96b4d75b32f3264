/** A folder that somebody sent: pipes, devices and links in it are not read, are named, and hold nothing up. */
import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createAssets } from '@core/assets/index.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { describe, expect, it } from 'vitest';
import { readStoryboard } from './testing/read-storyboard.js';

const png = await plainPng();
const SHOTS = JSON.stringify({ title: 'Sent', shots: [{ shotNumber: 1, sceneDescription: 'A fox.' }] });
const PIPE = 'it is a pipe or a device, not a file';
const OUT = 'it is a link that leads out of the storyboard’s folder';

const pipe = (file: string) => execFileSync('mkfifo', [file]);

// Windows has no such files.
describe.skipIf(process.platform === 'win32')('a folder that was sent', () => {
  it('is read without the shots files in it that are none of its own', async () => {
    const elsewhere = await folderWith({ 'private.json': SHOTS });
    const folder = await folderWith({ 'a.png': png });
    await symlink(join(elsewhere, 'private.json'), join(folder, 'shots.json'));
    await symlink('/dev/zero', join(folder, 'b.json'));
    pipe(join(folder, 'c.json'));
    const { source, skipped } = await readStoryboard(folder);
    expect(source.kind).toBe('images');
    expect(skipped).toEqual([
      { name: 'b.json', reason: OUT },
      { name: 'c.json', reason: PIPE },
      { name: 'shots.json', reason: OUT },
    ]);
    await expect(readStoryboard(join(folder, 'shots.json'))).rejects.toMatchObject({
      code: 'OPEN_FAILED',
      message: expect.stringContaining(OUT),
    });
  });

  it('may hold links to what lies in it', async () => {
    const folder = await folderWith({ '1.png': png, 'versions/7.json': SHOTS });
    await symlink('versions/7.json', join(folder, 'shots.json'));
    expect(await readStoryboard(folder)).toMatchObject({ title: 'Sent', skipped: [] });
  });

  it('is read without side-cars that lead out of it', async () => {
    const elsewhere = await folderWith({
      'private.txt': 'a secret',
      'private.json': '{"prompt": "a secret"}',
    });
    const folder = await folderWith({ 'a.png': png, 'b.png': png, 'c.png': png, 'c.txt': 'A fox.' });
    await symlink(join(elsewhere, 'private.txt'), join(folder, 'a.txt'));
    pipe(join(folder, 'b.txt'));
    const { shots, skipped } = await readStoryboard(folder);
    expect(shots.map(({ description }) => description)).toEqual(['', '', 'A fox.']);
    expect(skipped).toEqual([
      { name: 'a.txt', reason: OUT },
      { name: 'b.txt', reason: PIPE },
    ]);
    const board = await folderWith({ 'shots.json': SHOTS, 'keyframes/scene_1.png': png });
    await symlink(join(elsewhere, 'private.json'), join(board, 'keyframes', 'scene_1.json'));
    const read = await readStoryboard(board);
    expect(JSON.stringify(read)).not.toContain('a secret');
    expect(read.skipped).toEqual([{ name: join('keyframes', 'scene_1.json'), reason: OUT }]);
    await symlink(join(elsewhere, 'private.json'), join(board, 'keyframes', 'manifest.json'));
    expect((await readStoryboard(board)).skipped).toContainEqual({
      name: join('keyframes', 'manifest.json'),
      reason: OUT,
    });
  });

  it('has pictures that are links to files, and none that are pipes or devices', async () => {
    const elsewhere = await folderWith({ 'a.png': png });
    const folder = await temporaryFolder();
    const assets = createAssets({ cacheFolder: join(folder, 'cache') });
    await symlink(join(elsewhere, 'a.png'), join(folder, 'a.png'));
    expect(await assets.add(join(folder, 'a.png'))).toMatchObject({ width: 8, unreadable: null });
    pipe(join(folder, 'b.png'));
    await symlink('/dev/zero', join(folder, 'c.png'));
    await mkdir(join(folder, 'd.png'));
    for (const [name, reason] of [
      ['b.png', PIPE],
      ['c.png', PIPE],
      ['d.png', 'it is a folder, not a file'],
    ] as const)
      await expect(assets.add(join(folder, name))).rejects.toMatchObject({
        code: 'IMAGE_UNREADABLE',
        message: expect.stringContaining(`${name}: ${reason}`),
      });
    await symlink(elsewhere, join(folder, 'e.png'));
    await symlink(join(elsewhere, 'gone.png'), join(folder, 'f.png'));
    const { shots, skipped } = await readStoryboard(folder);
    expect(shots.map(({ takes }) => takes[0]?.path)).toEqual(['a.png']);
    expect(skipped).toEqual([
      { name: 'b.png', reason: PIPE },
      { name: 'c.png', reason: PIPE },
      { name: 'e.png', reason: 'it is a link to a folder, which is not followed' },
      { name: 'f.png', reason: 'it is a link to nothing' },
    ]);
  });
});
