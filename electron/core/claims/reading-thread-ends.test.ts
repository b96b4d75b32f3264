import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ReadingThread } from './reading-thread.js';

const FILES = fileURLToPath(new URL('../../../models/reading/files', import.meta.url));

/** A thread that has only just begun to load the parser, and whether the program still waits for it when it ends. */
async function started() {
  onTestFinished(() => void vi.restoreAllMocks());
  const isLeft = vi.spyOn(Worker.prototype, 'unref');
  const isTorn = vi.spyOn(Worker.prototype, 'terminate');
  const began = once(process, 'worker') as Promise<[Worker]>;
  const thread = new ReadingThread(FILES);
  const [worker] = await began;
  return { thread, isLeft, isTorn, ended: once(worker, 'exit') };
}

it('a thread that is closed while it loads the parser loads it to the end, and the program waits for that', async () => {
  const { thread, isLeft, isTorn, ended } = await started();
  thread.close();
  expect(isLeft).not.toHaveBeenCalled();
  await expect(ended).resolves.toEqual([0]);
  expect(isTorn).not.toHaveBeenCalled();
});

it('the program may end without it only once it has loaded', async () => {
  const { thread, isLeft, ended } = await started();
  const reading = thread.ask({ text: 'A fox.', cast: [] });
  expect(isLeft).not.toHaveBeenCalled();
  await reading;
  expect(isLeft).toHaveBeenCalledOnce();
  thread.close();
  await expect(ended).resolves.toEqual([0]);
});
