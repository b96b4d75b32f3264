import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCE_AS_READ } from '@shared/source-change/index.js';
import { folderWith } from '@testing/folder.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { watchSource } from './source-watch.js';

async function watched() {
  const folder = await folderWith({ 'shots.json': 'one' });
  let begin = (): void => undefined;
  const begins = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let looks = 0;
  const look = async () => {
    looks++;
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
  return { end, begin, looks: () => looks, change: (text: string) => writeFile(join(folder, 'a'), text) };
}

it('looks when somebody is there to be told, and again when something changed', async () => {
  const { begin, looks, change } = await watched();
  await change('a');
  expect(looks()).toBe(0);
  begin();
  await vi.waitUntil(() => looks() === 1);
  await change('bcd');
  await vi.waitUntil(() => looks() === 2);
});

it('ends before anybody is there', async () => {
  const { end, looks } = await watched();
  await end();
  expect(looks()).toBe(0);
});
