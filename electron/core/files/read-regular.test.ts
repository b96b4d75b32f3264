import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { openRegular, readRegular, readTextWithin, Unfit, whyUnfit } from './index.js';

const unfit = (why: RegExp) => expect.objectContaining({ message: expect.stringMatching(why) });
const failureOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );

it('reads a file up to a size, whole', async () => {
  const folder = await folderWith({ file: 'x'.repeat(100), empty: '' });
  expect(await readRegular(join(folder, 'file'), 100)).toEqual(Buffer.from('x'.repeat(100)));
  expect(await readRegular(join(folder, 'empty'), 100)).toEqual(Buffer.alloc(0));
  const large = Buffer.alloc(3 * 2 ** 20, 'long ');
  await writeFile(join(folder, 'large'), large);
  expect((await readRegular(join(folder, 'large'), 2 ** 30)).equals(large)).toBe(true);
});

it('says why a file is not read: its size in megabytes, or what it is', async () => {
  const folder = await folderWith({ file: Buffer.alloc(2 * 2 ** 20 + 1) });
  const larger = await failureOf(readRegular(join(folder, 'file'), 1.5 * 2 ** 20));
  expect(larger).toBeInstanceOf(Unfit);
  expect(larger).toEqual(unfit(/larger than 2 MB/));
  expect(await failureOf(readRegular(folder, 99))).toEqual(unfit(/a folder, not a file/));
  const missing = await failureOf(readRegular(join(folder, 'none'), 99));
  expect(missing).toMatchObject({ code: 'ENOENT' });
  expect(missing).not.toBeInstanceOf(Unfit);
  const handle = await openRegular(join(folder, 'file'));
  await handle.close();
});

it.runIf(process.platform === 'linux')('reads no device and waits for no pipe', async () => {
  const folder = await folderWith({});
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  for (const path of [join(folder, 'pipe'), '/dev/zero'])
    expect(await failureOf(readRegular(path, 99)), path).toEqual(unfit(/a pipe or a device/));
});

it('reads text of its own folder alone, wherever links lead, without a mark', async () => {
  const folder = await folderWith({ 'board/inside.txt': '\uFEFFwords', 'board-2.txt': 'private' });
  const board = join(folder, 'board');
  await symlink(join(board, 'inside.txt'), join(board, 'to-inside.txt'));
  await symlink(join(folder, 'board-2.txt'), join(board, 'to-outside.txt'));
  await symlink(board, join(folder, 'same'));
  for (const [from, file] of [
    [board, join(board, 'inside.txt')],
    [board, join(board, 'to-inside.txt')],
    [join(folder, 'same'), join(board, 'inside.txt')],
  ] as const) {
    expect(await readTextWithin(from, file, 99)).toBe('words');
    expect(await whyUnfit(from, file)).toBeNull();
  }
  for (const file of [join(board, 'to-outside.txt'), join(folder, 'board-2.txt')]) {
    expect(await failureOf(readTextWithin(board, file, 99))).toEqual(unfit(/leads out of the storyboard/));
    expect(await whyUnfit(board, file)).toMatch(/leads out of the storyboard/);
  }
});

it('says of a file that cannot be read what it is, and nothing of one that is not there', async () => {
  const folder = await folderWith({ 'a.txt': 'a' });
  await mkdir(join(folder, 'deep'));
  expect(await whyUnfit(folder, join(folder, 'deep'))).toMatch(/a folder/);
  expect(await whyUnfit(folder, join(folder, 'none.txt'))).toBeNull();
});
