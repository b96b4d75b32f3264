import { expect, it, vi } from 'vitest';
import { ReadingThread, ThreadEnded } from './reading-thread.js';

vi.mock('../files/worker-url.js', () => ({
  workerUrl: () => ({ filename: new URL('./nowhere.js', import.meta.url).href, execArgv: [] }),
}));

it('says at once that its file is not there, also to whoever stands still for an answer', async () => {
  const thread = new ReadingThread('');
  const asked = { text: 'A fox.', cast: [] };
  expect(() => thread.askNow(asked)).toThrow(/nowhere\.js is missing/);
  await expect(thread.ask(asked)).rejects.toThrow(ThreadEnded);
});
