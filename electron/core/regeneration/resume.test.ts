/** What becomes of approved pictures when the program ends, is stopped, or the generator fails. */
import { copyFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Request } from '@shared/records/index.js';
import { aRequest } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { openWorkshop, shareApplication, type Workshop } from './testing/workshop.js';

shareApplication();

const states = (shop: Workshop) => shop.requests().map(({ state }) => state);

/** Orders one more picture as a file of another version or program would have it. */
function order(shop: Workshop, fields: Partial<Request>): void {
  const shot = shop.shotAt(0);
  const { id: shotId, pickId } = shot;
  const request = aRequest(`r-${Math.random().toString(36).slice(2)}`, {
    shotId,
    fromTakeId: pickId ?? '',
    createdAt: Date.now(),
    ...fields,
  });
  shop.application.board.review.system('Order', (records) => ({
    ...records,
    shot: { ...records.shot, [shotId]: { ...shot, status: 'approved' } },
    request: { ...records.request, [request.id]: request },
  }));
}

describe('a program that ends while a picture is made', () => {
  it('takes the picture that was finished meanwhile, and orders no second one', async () => {
    const shop = await openWorkshop({ plan: ['wait'] });
    shop.approve(0);
    await shop.waits();
    // Before anything was sent, the handle was on the disk.
    const [running] = shop.requests();
    expect(running).toMatchObject({ state: 'running', handle: { output: expect.any(String) } });
    await shop.application.closeBoard();
    await copyFile(join(shop.folder, 'right-0'), String(running?.handle?.output));
    await shop.startAgain();
    expect((await shop.made())?.summary).toBe('1 regenerated, 1 better than before');
    expect(await shop.orders()).toHaveLength(1);
    expect(shop.takesOf(0)).toHaveLength(2);
    expect(shop.requests()).toMatchObject([{ state: 'done', handle: null }]);
    // Nothing of the work is left beside the takes.
    expect(await readdir(dirname(dirname(String(running?.handle?.output))))).toEqual([]);
  });

  it('orders the picture again of which nothing is left', async () => {
    const shop = await openWorkshop({ plan: ['wait', 'right-0'] });
    shop.approve(0);
    await shop.waits();
    await shop.startAgain();
    await shop.made();
    expect(await shop.orders()).toHaveLength(2);
    expect(shop.takesOf(0)).toHaveLength(2);
    expect(states(shop)).toEqual(['done']);
  });

  it('takes up what was running when it was killed', async () => {
    const shop = await openWorkshop({ plan: ['right-0'] });
    await shop.application.closeBoard();
    await shop.startAgain();
    // As a kill leaves it: running, and named.
    order(shop, { state: 'running', handle: { output: join(shop.folder, 'right-0') } });
    await shop.startAgain();
    await shop.made();
    expect(await shop.orders()).toEqual([]);
    expect(states(shop)).toEqual(['done']);
    expect(shop.shotAt(0).pickId).toBe(shop.takesOf(0)[1]?.id);
  });
});

describe('an artist who stops it', () => {
  it('ends the work; what was approved waits, and is made from the start when it goes on', async () => {
    const shop = await openWorkshop({ plan: ['wait', 'right-0'] });
    shop.approve(0);
    await shop.waits();
    const job = shop.application.jobs.runningOf('regeneration');
    const output = String(shop.requests()[0]?.handle?.output);
    shop.application.jobs.cancel(job?.id ?? '');
    expect(await shop.ended(job)).toMatchObject({ state: 'cancelled' });
    expect(shop.requests()).toMatchObject([{ state: 'queued', handle: null }]);
    expect(await readdir(dirname(dirname(output)))).toEqual([]);
    await shop.ended(shop.application.regeneration.start());
    expect(states(shop)).toEqual(['done']);
    expect(await shop.orders()).toHaveLength(2);
  });

  it('can take back what is being made: it stops, and nothing comes of it', async () => {
    const shop = await openWorkshop({ shots: ['wrong', 'wrong'], plan: ['wait', 'right-1'] });
    shop.approve(0);
    shop.approve(1);
    await shop.waits();
    shop.send({ type: 'cancel-request', requestId: shop.requests()[0]?.id ?? '' });
    expect((await shop.made())?.summary).toBe('1 regenerated, 1 better than before, 1 cancelled');
    expect(states(shop)).toEqual(['cancelled', 'done']);
    expect(shop.takesOf(0)).toHaveLength(1);
  });
});

describe('the queue', () => {
  it('goes on after a failure, says it, and makes it again when it is asked to', async () => {
    const shop = await openWorkshop({ shots: ['wrong', 'wrong'], plan: ['fail', 'right-1', 'right-0'] });
    shop.approve(0);
    shop.approve(1);
    expect((await shop.made())?.summary).toBe('1 regenerated, 1 better than before, 1 failed');
    expect(shop.requests()).toMatchObject([
      { state: 'failed', handle: null, error: expect.stringMatching(/out of memory/) },
      { state: 'done', error: null },
    ]);
    expect(shop.application.regeneration.start()).toBeNull();
    await shop.ended(shop.application.regeneration.start({ failedToo: true }));
    expect(shop.requests()).toMatchObject([{ state: 'done', error: null }, { state: 'done' }]);
  });

  it('fails at what is no picture', async () => {
    const shop = await openWorkshop({ plan: ['right-0'] });
    await copyFile(join(shop.folder, 'plan.json'), join(shop.folder, 'right-0'));
    shop.approve(0);
    await shop.made();
    expect(shop.requests()).toMatchObject([
      { state: 'failed', error: expect.stringMatching(/not a picture/) },
    ]);
    expect(shop.takesOf(0)).toHaveLength(1);
  });

  it('leaves requests in the review that go to nobody, and says which generator is not there', async () => {
    const shop = await openWorkshop({ plan: ['right-0'] });
    order(shop, { generator: 'none', createdAt: 1 });
    order(shop, { generator: 'of a later version', createdAt: 2 });
    order(shop, { createdAt: 3, round: 3 });
    await shop.ended(shop.application.regeneration.start());
    expect(shop.requests()).toMatchObject([
      { state: 'queued' },
      {
        state: 'failed',
        error: expect.stringMatching(/“of a later version” is not one of Storybook, ComfyUI, A1111, Command/),
      },
      { state: 'done' },
    ]);
  });

  it('is worked off oldest first', async () => {
    const shop = await openWorkshop({ plan: ['right-0'] });
    order(shop, { prompt: 'second', createdAt: 2, round: 1 });
    order(shop, { prompt: 'third', createdAt: 2, round: 2 });
    order(shop, { prompt: 'first', createdAt: 1, round: 9 });
    await shop.ended(shop.application.regeneration.start());
    expect((await shop.orders()).map(({ prompt }) => prompt)).toEqual(['first', 'second', 'third']);
  });
});
