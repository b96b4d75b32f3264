/** What is wanted no longer while its picture is being made. */
import { join } from 'node:path';
import type { Board } from '@core/board/index.js';
import { findStoryboard } from '@core/formats/index.js';
import type { GeneratedImage, Generator, Watch } from '@core/generators/index.js';
import { Jobs } from '@core/jobs/index.js';
import type { Command } from '@shared/commands/index.js';
import { type Handle, type Request, type Shot, shotsInOrder } from '@shared/records/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, test } from 'vitest';
import { openFound } from '../board/testing/open-found.js';
import { InTheMaking, type RegenerationParts, runQueue } from './index.js';

/** Takes orders and stops when it is asked to. */
class SlowGenerator implements Generator {
  readonly capabilities = [];
  readonly slots = 1;
  readonly stopped: string[] = [];
  readonly #begun: string[] = [];
  #tell: () => void = () => undefined;

  status(): never {
    throw new Error('It is not asked.');
  }

  handleFor({ id }: { id: string }) {
    return { order: id };
  }

  start({ id }: { id: string }, _handle: object, { signal }: Watch): Promise<GeneratedImage> {
    this.#begun.push(id);
    this.#tell();
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  }

  async cancel({ order }: Handle): Promise<void> {
    this.stopped.push(String(order));
  }

  async begun(count: number): Promise<void> {
    while (this.#begun.length < count)
      await new Promise<void>((resolve) => {
        this.#tell = resolve;
      });
  }
}

async function working(): Promise<{
  board: Board;
  generator: SlowGenerator;
  done: Promise<string | undefined>;
  send: (command: Command) => void;
}> {
  const folder = await temporaryFolder();
  const settings = () => ({ ...DEFAULT_SETTINGS, generator: 'command' as const });
  const board = await openFound(
    await findStoryboard(await drawStoryboard(join(folder, 'board'), { shots: 2 })),
    { dataFolder: join(folder, 'data'), cacheFolder: join(folder, 'cache'), settings },
  );
  let sent = 0;
  const send = (command: Command) => void board.review.run({ id: `call-${sent++}`, at: Date.now(), command });
  for (const { id, pickId } of shotsInOrder(board.review.records))
    send({
      type: 'approve-suggestion',
      shotId: id,
      takeId: pickId ?? '',
      prompt: 'a lighthouse',
      negativePrompt: '',
      seed: 'new',
      strength: null,
      acceptedEdits: [],
      edited: true,
    });
  const generator = new SlowGenerator();
  // Nothing is judged: no picture comes to be.
  const generators = {
    of: () => generator,
    takes: () => true,
    slotsOf: () => 1,
    allowed: async (_id: string, order: object) => order,
  };
  const parts = { judge: 'storybook', generators, making: new InTheMaking() } as unknown as RegenerationParts;
  const jobs = new Jobs(() => undefined);
  const { id } = jobs.start('regeneration', (control) => runQueue(board, parts, control));
  const done = jobs.ended(id).then((job) => job?.summary);
  await generator.begun(1);
  return { board, generator, done, send };
}

const requests = (board: Board): Request[] => Object.values(board.review.records.request);
const shots = (board: Board): Shot[] => shotsInOrder(board.review.records);

test('an approval that is taken back while its picture is made stops the generator, and the queue goes on', async () => {
  const { board, generator, done } = await working();
  board.review.undo();
  board.review.undo();
  expect(await done).toBe('0 regenerated, 0 better than before, 1 cancelled');
  expect(generator.stopped).toEqual(['call-0']);
  expect(requests(board)).toEqual([]);
  expect(shots(board).map(({ status }) => status)).toEqual(['pending', 'pending']);
  expect(Object.keys(board.review.records.take)).toHaveLength(2);
});

test('a request that is cancelled while its picture is made stops, and the next one begins', async () => {
  const { board, generator, done, send } = await working();
  send({ type: 'cancel-request', requestId: 'call-0' });
  await generator.begun(2);
  expect(generator.stopped).toEqual(['call-0']);
  send({ type: 'cancel-request', requestId: 'call-1' });
  expect(await done).toBe('0 regenerated, 0 better than before, 2 cancelled');
  expect(requests(board).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
});
