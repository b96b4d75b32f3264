import { execFileSync } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { checkOutputs, type Output } from './check-output.js';

const file = (path: string): Output => ({ path, makes: 'file' });
const folderAt = (path: string): Output => ({ path, makes: 'folder' });

it('takes what can be written, makes the folders on the way, and leaves nothing else', async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, 'before.json'), 'before');
  const outputs = [
    file(join(root, 'before.json')),
    file(join(root, 'a/b/new.json')),
    folderAt(join(root, 'picks')),
  ];
  await checkOutputs(outputs, [join(root, 'shots.json')]);
  expect((await readdir(root, { recursive: true })).sort()).toEqual(
    ['a', 'a/b', 'before.json', 'picks'].map((path) => join(path)),
  );
});

it('refuses, before anything is done, what could not be written in the end', async () => {
  const root = await temporaryFolder();
  const at = (...names: string[]) => join(root, ...names);
  await mkdir(at('folder'));
  await writeFile(at('shots.json'), '{}');
  await symlink(root, at('link'));
  const refusals: [Output[], string[], RegExp][] = [
    [[file(at('folder'))], [], /where a folder lies/],
    [[folderAt(at('shots.json'))], [], /where a file lies/],
    [[file(at('shots.json', 'new.json'))], [], /cannot be written \((ENOTDIR|EEXIST)\)/],
    [[file(at('shots.json'))], [at('shots.json')], /is read here/],
    [[file(at('link', 'shots.json'))], [at('shots.json')], /is read here/],
    [[file(at('folder', '..', 'shots.json'))], [at('shots.json')], /is read here/],
    [[file(at('x.json')), file(at('link', 'x.json'))], [], /another result goes/],
  ];
  for (const [outputs, inputs, why] of refusals)
    await expect(checkOutputs(outputs, inputs), String(why)).rejects.toMatchObject({
      code: 'SAVE_FAILED',
      message: expect.stringMatching(why),
    });
  expect((await readdir(root)).sort()).toEqual(['folder', 'link', 'shots.json']);
});

it.skipIf(process.platform === 'win32')('refuses a device or a pipe', async () => {
  const pipe = join(await temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  await expect(checkOutputs([file(pipe)], [])).rejects.toMatchObject({
    code: 'SAVE_FAILED',
    message: expect.stringContaining('where a device or a pipe lies'),
  });
});
