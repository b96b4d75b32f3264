/** Which pictures are made, in what order, and what becomes of them, whatever judges and makes them. */
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Take } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { CLOSING } from '../jobs/index.js';
import { requeueFailed } from './requests.js';
import { openStudio, type Studio, states } from './testing/studio.js';

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe('work that comes back', () => {
  it('because nobody is at it any more is named anew and started again, once', async () => {
    const { approve, queue, painter, requests } = await openStudio(['wrong'], ['back', 'right']);
    approve(0);
    expect((await queue()).summary).toBe('1 regenerated, 1 better than before');
    expect(painter.orders.map(({ id }) => id)).toEqual([requests()[0]?.id, requests()[0]?.id]);
    expect(painter.stopped).toEqual([]);
  });
});

describe('what was approved for something that changed since', () => {
  const reword = (shotId: string) =>
    ({ type: 'edit-description', shotId, description: 'A girl sleeps.' }) as const;

  it('is not made, and what counts is; undone, it is made as it was approved', async () => {
    const { approve, queue, painter, requests, send, shotAt, board } = await openStudio(
      ['wrong', 'wrong'],
      ['right'],
    );
    approve(0);
    approve(1);
    send(reword(shotAt(0).id));
    expect((await queue()).summary).toBe('1 regenerated, 1 better than before');
    expect(requests().map(({ state }) => state)).toEqual(['queued', 'done']);
    board.review.undo();
    await queue();
    expect([requests()[0]?.state, painter.orders.length]).toEqual(['done', 2]);
  });

  it('is not begun either where it changes as it is its turn', async () => {
    const { approve, queue, parts, painter, requests, send, shotAt } = await openStudio(['wrong'], ['right']);
    approve(0);
    const desk = parts.generators as { allowed: unknown };
    desk.allowed = async (_id: string, order: object) => {
      send(reword(shotAt(0).id));
      return order;
    };
    expect((await queue()).summary).toBe('0 regenerated, 0 better than before, 1 waiting for your yes');
    expect([requests()[0]?.state, painter.orders.length]).toEqual(['queued', 0]);
  });

  it('is left for the artist by automatic mode, which takes back what it ordered itself', async () => {
    const { approve, automatic, painter, requests, send, shotAt, board } = await openStudio(
      ['wrong', 'wrong'],
      ['right', 'right'],
    );
    approve(0);
    approve(1);
    const own = requests()[1]?.id ?? '';
    board.review.system('As automatic mode orders it', (records) => ({
      ...records,
      request: { ...records.request, [own]: { ...records.request[own], approvedBy: 'automatic' } as never },
    }));
    send(reword(shotAt(0).id));
    send({ type: 'edit-prompt', shotId: shotAt(1).id, prompt: 'a boy', negativePrompt: '' });
    expect((await automatic({ rounds: 3 })).summary).toContain('1 stopped: waiting for your yes');
    expect(requests().map(({ approvedBy, state }) => [approvedBy, state])).toEqual([
      ['artist', 'queued'],
      ['automatic', 'cancelled'],
      ['automatic', 'done'],
    ]);
    expect(painter.orders.map(({ id }) => id)).not.toContain(own);
  });
});

it('an order that would be made with other settings than those that it was approved with waits for a yes', async () => {
  const studio = await openStudio(['wrong'], ['right']);
  studio.approve(0);
  const [take] = studio.takesOf(0) as [Take];
  studio.board.review.system('As another program writes it', (records) => ({
    ...records,
    take: { ...records.take, [take.id]: { ...take, settings: { model: 'another' } } },
  }));
  expect((await studio.queue()).summary).toBe(
    '0 regenerated, 0 better than before, 1 not approved on this machine',
  );
  expect([states(studio), studio.painter.orders]).toEqual([['elsewhere'], []]);
});

describe('a graph that was not used before', () => {
  it('keeps what is approved for it in the queue, and the rest is made', async () => {
    const { approve, queue, parts, painter, requests } = await openStudio(['wrong', 'wrong'], ['right']);
    approve(0);
    approve(1);
    const held = requests()[0]?.id;
    let isAsked = false;
    const desk = parts.generators as { allowed: unknown; takes: unknown };
    desk.allowed = async (_id: string, order: { id: string }) => {
      isAsked ||= order.id === held;
      return order.id === held ? null : order;
    };
    desk.takes = ({ id }: { id: string }) => id !== held || !isAsked;
    expect((await queue()).summary).toBe('1 regenerated, 1 better than before, 1 waiting for your yes');
    expect(requests().map(({ state }) => state)).toEqual(['queued', 'done']);
    desk.allowed = async (_id: string, order: object) => order;
    desk.takes = () => true;
    await queue();
    expect(requests().map(({ state }) => state)).toEqual(['done', 'done']);
    expect(painter.orders).toHaveLength(2);
  });

  it('orders nothing of what was cancelled while it was looked at', async () => {
    const { approve, queue, parts, painter, requests, send } = await openStudio(['wrong'], ['right']);
    approve(0);
    const desk = parts.generators as { allowed: unknown };
    desk.allowed = async (_id: string, order: { id: string }) => {
      send({ type: 'cancel-request', requestId: order.id });
      return order;
    };
    expect((await queue()).summary).toBe('0 regenerated, 0 better than before, 1 cancelled');
    expect([requests()[0]?.state, painter.orders.length]).toEqual(['cancelled', 0]);
  });
});

describe('the queue', () => {
  it('is worked off, and says what came of it', async () => {
    const studio = await openStudio(['wrong', 'right', 'wrong'], ['right', 'wrong', 'fail']);
    for (const at of [0, 1, 2]) studio.approve(at);
    const told: string[] = [];
    const shares = new Set<number>();
    studio.jobs.onChange(({ done, total, doing, progress }) => {
      told.push(`${done} of ${total}: ${doing}`);
      shares.add(Math.round(100 * progress));
    });
    expect((await studio.queue()).summary).toBe('2 regenerated, 1 better than before, 1 failed');
    expect(states(studio)).toEqual(['done', 'done', 'failed']);
    expect(told).toEqual(
      expect.arrayContaining([
        '0 of 3: Shot 1, round 1',
        '0 of 3: Shot 1, round 1: Step 1',
        '2 of 3: Shot 3, round 1',
      ]),
    );
    // Of each picture half is made when it is told of.
    expect([...shares]).toEqual([0, 17, 33, 50, 67, 83, 100]);
    expect((await studio.queue()).summary).toBe('0 regenerated, 0 better than before');
  });

  it('makes what was approved, keeps it with what it was made from, and tidies up', async () => {
    const studio = await openStudio(['wrong'], ['right']);
    studio.approve(0);
    await studio.queue();
    const [old, made] = studio.takesOf(0);
    const [request] = studio.requests();
    expect(studio.painter.orders).toMatchObject([
      { prompt: 'a lighthouse', negativePrompt: 'fog', strength: 0.5 },
    ]);
    expect(made).toMatchObject({
      prompt: 'a lighthouse',
      negativePrompt: 'fog',
      seed: request?.seed,
      round: 1,
      settings: { steps: 9 },
      origin: { kind: 'regenerated', fromTakeId: old?.id, requestId: request?.id },
      path: `.continuist/takes/${request?.id}.png`,
    });
    expect(request).toMatchObject({ state: 'done', handle: null, resultTakeId: made?.id, error: null });
    expect(studio.shotAt(0)).toMatchObject({ pickId: made?.id, status: 'pending' });
    const work = dirname(studio.painter.orders[0]?.folder ?? '');
    expect([await exists(work), await exists(join(work, request?.id ?? ''))]).toEqual([true, false]);
    expect(studio.board.isRunning(made?.id ?? '')).toBe(false);
    expect(studio.parts.making.current).toEqual({});
  });

  it('keeps a worse take beside the pick, and the shot waits for the artist', async () => {
    const studio = await openStudio(['right'], ['wrong']);
    const { pickId } = studio.shotAt(0);
    studio.approve(0);
    await studio.queue();
    expect(studio.shotAt(0)).toMatchObject({ pickId, status: 'pending' });
    expect(studio.takesOf(0)).toHaveLength(2);
  });

  it('leaves a shot as the artist left it meanwhile', async () => {
    const studio = await openStudio(['wrong'], ['right']);
    const { id: shotId, pickId } = studio.shotAt(0);
    studio.approve(0);
    studio.painter.onOrder = () => studio.send({ type: 'reject', shotId, reason: '' });
    await studio.queue();
    expect(studio.shotAt(0)).toMatchObject({ pickId, status: 'rejected' });
    const picking = await openStudio(['wrong'], ['wrong', 'right']);
    picking.approve(0);
    await picking.queue();
    const second = picking.takesOf(0)[1]?.id ?? '';
    picking.approve(0);
    picking.painter.onOrder = () =>
      picking.send({ type: 'pick-take', shotId: picking.shotAt(0).id, takeId: second });
    await picking.queue();
    expect(picking.shotAt(0).pickId).toBe(second);
  });

  it('fails at what is no picture, and goes on', async () => {
    const studio = await openStudio(['wrong', 'wrong'], ['words', 'right']);
    studio.approve(0);
    studio.approve(1);
    expect((await studio.queue()).summary).toBe('1 regenerated, 1 better than before, 1 failed');
    expect(studio.requests()[0]?.error).toMatch(/not a picture/);
    expect([studio.takesOf(0).length, studio.takesOf(1).length]).toEqual([1, 2]);
  });
});

describe('work that is cut short', () => {
  async function stopping(approve: boolean, stop: (studio: Studio) => void) {
    const studio = await openStudio(['wrong'], ['wait', 'right']);
    if (approve) studio.approve(0);
    studio.painter.onOrder = () => {
      studio.painter.onOrder = () => undefined;
      stop(studio);
    };
    const job = await (approve ? studio.queue() : studio.automatic({}));
    return { studio, job };
  }
  const cancel = ({ jobs }: Studio) => jobs.cancel(jobs.runningOf('regeneration')?.id ?? '');

  it('is ended at its generator when the artist stops it, and waits to be made from the start', async () => {
    const { studio, job } = await stopping(true, cancel);
    expect(job.state).toBe('cancelled');
    const [request] = studio.requests();
    expect(request).toMatchObject({ state: 'queued', handle: null });
    expect(studio.painter.stopped).toEqual([request?.id]);
    expect(await exists(studio.painter.orders[0]?.folder ?? '')).toBe(false);
    expect(studio.parts.making.current).toEqual({});
    await studio.queue();
    expect([studio.painter.resumed, states(studio)]).toEqual([[], ['done']]);
  });

  it('is not approved by anybody where automatic mode ordered it', async () => {
    const { studio, job } = await stopping(false, cancel);
    expect(job.state).toBe('cancelled');
    expect(studio.requests()).toMatchObject([{ state: 'cancelled', handle: null }]);
  });

  it('is left at its generator when the program closes, which is asked for it before another is ordered', async () => {
    const { studio } = await stopping(true, ({ jobs }) =>
      jobs.cancel(jobs.runningOf('regeneration')?.id ?? '', CLOSING),
    );
    const [request] = studio.requests();
    expect(request).toMatchObject({ state: 'queued', handle: { order: request?.id } });
    expect(studio.painter.stopped).toEqual([]);
    expect(await exists(studio.painter.orders[0]?.folder ?? '')).toBe(true);
    studio.painter.left.set(request?.id, 'right');
    expect((await studio.queue()).summary).toBe('1 regenerated, 1 better than before');
    expect([studio.painter.resumed, studio.painter.orders.length]).toEqual([[request?.id], 1]);
  });

  it('is ordered again where nothing is left of it', async () => {
    const { studio } = await stopping(true, ({ jobs }) =>
      jobs.cancel(jobs.runningOf('regeneration')?.id ?? '', CLOSING),
    );
    await studio.queue();
    expect([studio.painter.resumed.length, studio.painter.orders.length]).toEqual([1, 2]);
    expect(states(studio)).toEqual(['done']);
  });
});

it('a generator that was away is asked for the work before it gets it again', async () => {
  const { approve, queue, painter, board, requests, takesOf } = await openStudio(
    ['wrong'],
    ['away', 'right'],
  );
  approve(0);
  expect((await queue()).summary).toMatch(/1 failed/);
  const [away] = requests();
  expect(away).toMatchObject({ state: 'failed', handle: { order: away?.id } });
  // It had taken it on after all.
  painter.left.set(away?.id, 'right');
  requeueFailed(board, 3);
  await queue();
  expect(painter.resumed).toEqual([away?.id]);
  expect(painter.orders).toHaveLength(1);
  expect(takesOf(0)).toHaveLength(2);
  expect(requests()).toMatchObject([{ state: 'done', handle: null, error: null }]);
});
