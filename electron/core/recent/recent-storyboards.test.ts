import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { RecentStoryboards } from './recent-storyboards.js';

async function at() {
  const folder = await temporaryFolder();
  const file = join(folder, 'recent.json');
  return { folder, file, recent: new RecentStoryboards(file) };
}

const titles = async (recent: RecentStoryboards) => (await recent.list()).map(({ title }) => title);

it('has the last one first, each once, and twelve at most', async () => {
  const { recent, file } = await at();
  expect(await recent.list()).toEqual([]);
  await Promise.all(Array.from({ length: 13 }, (_, at) => recent.add(`/boards/${at}`, `Board ${at}`, at)));
  await recent.add('/boards/5', 'Board 5, renamed', 99);
  expect(await titles(recent)).toEqual([
    'Board 5, renamed',
    ...[12, 11, 10, 9, 8, 7, 6, 4, 3, 2, 1].map((at) => `Board ${at}`),
  ]);
  expect(await titles(new RecentStoryboards(file))).toHaveLength(12);
});

it('says which are gone, and takes off what is forgotten', async () => {
  const { folder, recent } = await at();
  const [here, gone] = [join(folder, 'here'), join(folder, 'gone')];
  for (const path of [here, gone]) {
    await mkdir(path);
    await recent.add(path, path);
  }
  await rm(gone, { recursive: true });
  expect((await recent.list()).map(({ path, missing }) => [path, missing])).toEqual([
    [gone, true],
    [here, false],
  ]);
  await recent.remove(gone);
  expect(await titles(recent)).toEqual([here]);
});

it('is written once it has settled', async () => {
  const { recent, file } = await at();
  void recent.add('/a', 'A', 1);
  void recent.add('/b', 'B', 2);
  await recent.settled();
  expect(await titles(new RecentStoryboards(file))).toEqual(['B', 'A']);
});

it('starts anew from a file that is damaged', async () => {
  const { recent, file } = await at();
  for (const damage of ['', '{"path": 1}', '[{"path": "/a"}]', '\0\0']) {
    await writeFile(file, damage);
    expect(await recent.list()).toEqual([]);
  }
  await recent.add('/a', 'A', 1);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([{ path: '/a', title: 'A', openedAt: 1 }]);
});
