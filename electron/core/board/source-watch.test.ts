import { EventEmitter, once } from 'node:events';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { SOURCE_AS_READ } from '@shared/source-change/index.js';
import { folderWith } from '@testing/folder.js';
import { expect, it, onTestFinished } from 'vitest';
import { watchSource } from './source-watch.js';

async function watched() {
  const folder = await folderWith({ 'shots.json': 'one' });
  const file = join(folder, 'shots.json');
  let begin = (): void => undefined;
  const begins = new Promise<void>((resolve) => {
    begin = resolve;
  });
  /** What each look found. */
  const looks: string[] = [];
  const looking = new EventEmitter();
  const look = async () => {
    looks.push(await readFile(file, 'utf8'));
    looking.emit('look');
    return SOURCE_AS_READ;
  };
  const ending = new AbortController();
  const watch = watchSource({ look }, { folder, begins, signal: ending.signal, every: 1 });
  const end = async () => {
    ending.abort();
    begin();
    await watch;
  };
  onTestFinished(end);
  const looked = () => once(looking, 'look');
  /** At once: half a change would be looked at as well. Hidden files do not count. */
  const change = async (text: string) => {
    const hidden = join(folder, '.change');
    await writeFile(hidden, text);
    await rename(hidden, file);
  };
  return { end, begin, looks, looked, change };
}

it('looks when somebody is there to be told, and again when something changed', async () => {
  const { begin, looks, looked, change } = await watched();
  await change('three');
  expect(looks).toEqual([]);
  const first = looked();
  begin();
  await first;
  const second = looked();
  await change('four');
  await second;
  expect(looks).toEqual(['three', 'four']);
});

it('says what goes wrong, since what an artist can mend is no fault of a look', async () => {
  const folder = await folderWith({ 'shots.json': 'one' });
  const { signal } = new AbortController();
  for (const thrown of [new Error('a defect'), new ContinuistError('NOT_FOUND')]) {
    const look = () => Promise.reject(thrown);
    const watch = watchSource({ look }, { folder, begins: Promise.resolve(), signal, every: 1 });
    await expect(watch).rejects.toThrow(thrown);
  }
});

it('ends before anybody is there', async () => {
  const { end, looks } = await watched();
  await end();
  expect(looks).toEqual([]);
});
