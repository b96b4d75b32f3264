/** When the memory that opening leaves empty is given back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Application } from './application.js';
import { startApplication } from './testing/application.js';

let folder: string;
let application: Application;
const asked: (() => boolean)[] = [];

beforeEach(async () => {
  asked.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'continuist-tidy-'));
  await drawStoryboard(join(folder, 'board'), { shots: 2 });
  application = await startApplication(folder, {
    tidyMemory: async (isFree) => void asked.push(isFree),
  });
});

afterEach(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

it('is once for each storyboard, and not while something else is under way', async () => {
  await application.open(join(folder, 'board'));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const [isFree = () => false] = asked;
  expect(isFree()).toBe(true);
  const job = application.analyse({ shotIds: null, again: false });
  expect(isFree(), 'an analysis runs').toBe(false);
  await application.jobs.ended(job.id);
  await application.board.settled();
  expect(isFree()).toBe(true);
  expect(asked, 'once is enough').toHaveLength(1);
  await application.closeBoard();
  expect(isFree(), 'it is closed').toBe(false);
});

it('waits for the work that opening goes on with', async () => {
  const opening = application.open(join(folder, 'board'));
  let end = () => {};
  const work = application.jobs.start(
    'download',
    () => new Promise((resolve) => (end = () => resolve('Done.'))),
  );
  await opening;
  await application.board.settled();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual([]);
  end();
  await application.jobs.ended(work.id);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
});
