/** One request by itself: where it ends before its picture is made, and what it leaves behind. */
import { existsSync, rmSync } from 'node:fs';
import type { GenerationRequest } from '@core/generators/index.js';
import { ContinuistError } from '@shared/errors.js';
import { expect, it } from 'vitest';
import { openStudio, type Studio, soon, states } from './testing/studio.js';

const desk = ({ parts }: Studio) => parts.generators as { of: unknown; allowed: unknown };

/** Its generator is only asked for, and answers when the test says so. */
function holdBack(studio: Studio): () => void {
  let go: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    go = done;
  });
  desk(studio).allowed = async (_id: string, order: GenerationRequest) => {
    await held;
    return order;
  };
  return () => go();
}

it('fails in the words of the desk where there is no such generator, and the next one is made', async () => {
  const studio = await openStudio(['wrong', 'wrong'], ['right']);
  studio.approve(0);
  studio.approve(1);
  const { of } = studio.parts.generators;
  let asked = 0;
  desk(studio).of = (id: string) => {
    if (asked++ === 0) throw new ContinuistError('GENERATOR_UNAVAILABLE', '“Kiln” is not there');
    return of(id);
  };
  const { number } = studio.shotAt(0);
  expect(await studio.queue()).toMatchObject({
    state: 'done',
    summary: '1 regenerated, 1 better than before, 1 failed',
    warning: `Shot ${number}: This generator cannot be used now: “Kiln” is not there. The request is kept. Start or set up the generator, or choose another one, and run it again.`,
  });
  expect(studio.requests()).toMatchObject([
    { state: 'failed', error: expect.stringContaining('“Kiln” is not there') },
    { state: 'done' },
  ]);
  expect(studio.painter.orders).toHaveLength(1);
});

it.each<[string, (studio: Studio) => void]>([
  ['taken back', ({ board }) => void board.review.undo()],
  ['cancelled', ({ send, requests }) => send({ type: 'cancel-request', requestId: requests()[0]?.id ?? '' })],
])('is not begun where it was %s while its generator was asked for', async (_, change) => {
  const studio = await openStudio(['wrong'], ['right']);
  studio.approve(0);
  const go = holdBack(studio);
  const { id } = studio.begin();
  await soon();
  change(studio);
  go();
  const job = await studio.jobs.ended(id);
  expect(job?.summary).toBe('0 regenerated, 0 better than before, 1 cancelled');
  expect(studio.painter.orders).toEqual([]);
  expect(states(studio).filter((state) => state !== 'cancelled')).toEqual([]);
});

it('waits in the queue as it was where it is stopped while its generator was asked for', async () => {
  const studio = await openStudio(['wrong'], ['right']);
  studio.approve(0);
  const go = holdBack(studio);
  const { id } = studio.begin();
  await soon();
  studio.jobs.cancel(id);
  go();
  expect((await studio.jobs.ended(id))?.state).toBe('cancelled');
  expect(states(studio)).toEqual(['queued']);
  expect(studio.painter.orders).toEqual([]);
});

it('leaves nothing of its work beside the takes, also where its generator cleared that away itself', async () => {
  const studio = await openStudio(['wrong', 'wrong'], ['right']);
  studio.approve(0);
  studio.approve(1);
  const { painter } = studio;
  painter.onOrder = () => {
    if (painter.orders.length === 2) rmSync(painter.orders[1]?.folder ?? '', { recursive: true });
  };
  expect((await studio.queue()).summary).toBe('2 regenerated, 2 better than before');
  expect(painter.orders.map(({ folder }) => existsSync(folder))).toEqual([false, false]);
});

it('waits in the queue where it is stopped after its generator cleared its work away', async () => {
  const studio = await openStudio(['wrong'], ['wait']);
  studio.approve(0);
  const { painter } = studio;
  const ordered = new Promise<void>((done) => {
    painter.onOrder = () => {
      rmSync(painter.orders[0]?.folder ?? '', { recursive: true });
      done();
    };
  });
  const { id } = studio.begin();
  await ordered;
  studio.jobs.cancel(id);
  expect((await studio.jobs.ended(id))?.state).toBe('cancelled');
  expect(states(studio)).toEqual(['queued']);
});
