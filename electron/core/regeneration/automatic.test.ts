import { describe, expect, it } from 'vitest';
import { openWorkshop } from './testing/workshop.js';

describe('automatic mode', () => {
  it('makes what is flagged, in its own name, and leaves the rest alone', async () => {
    const shop = await openWorkshop({ shots: ['wrong', 'right', 'wrong'], plan: ['right-0', 'right-2'] });
    const run = await shop.ended(shop.application.automatic({ rounds: 3, max: 9 }));
    expect(run).toMatchObject({ state: 'done', summary: '2 regenerated, 2 better than before' });
    expect(shop.requests().map(({ shotId, approvedBy, state }) => [shotId, approvedBy, state])).toEqual([
      [shop.shotAt(0).id, 'automatic', 'done'],
      [shop.shotAt(2).id, 'automatic', 'done'],
    ]);
    expect(shop.application.board.derived.findings).toEqual([]);
  });

  it('passes over rejected and held shots', async () => {
    const shop = await openWorkshop({ shots: ['wrong', 'wrong', 'wrong'], plan: ['right-2'] });
    shop.send({ type: 'reject', shotId: shop.shotAt(0).id, reason: '' });
    shop.send({ type: 'hold', shotId: shop.shotAt(1).id, reason: '' });
    const run = await shop.ended(shop.application.automatic({ rounds: 3, max: 9 }));
    expect(run?.summary).toBe('1 regenerated, 1 better than before');
    expect(shop.requests().map(({ shotId }) => shotId)).toEqual([shop.shotAt(2).id]);
  });

  it('leaves a shot after two rounds that brought nothing', async () => {
    const shop = await openWorkshop({ plan: ['wrong-0'] });
    const run = await shop.ended(shop.application.automatic({ rounds: 9, max: 9 }));
    expect(run?.summary).toBe('2 regenerated, 0 better than before, 1 stopped: two rounds brought nothing');
    expect(await shop.orders()).toHaveLength(2);
  });

  it('goes on where re-rolls bring nothing: they are what suggestions are measured against', async () => {
    const shop = await openWorkshop({ plan: ['wrong-0'] });
    const run = await shop.ended(shop.application.automatic({ rounds: 3, max: 9, reroll: true }));
    expect(run?.summary).toBe('3 regenerated, 0 better than before, 1 stopped: round limit');
    const orders = await shop.orders();
    expect(new Set(orders.map(({ prompt }) => prompt)).size).toBe(1);
    expect(new Set(orders.map(({ seed }) => seed)).size).toBe(3);
  });

  it('stops at the round limit of a shot, counting what the artist had made before', async () => {
    const shop = await openWorkshop({ plan: ['wrong-0'] });
    shop.approve(0);
    await shop.made();
    const run = await shop.ended(shop.application.automatic({ rounds: 2, max: 9 }));
    expect(run?.summary).toBe('1 regenerated, 0 better than before, 1 stopped: round limit');
    expect(shop.requests().map(({ round }) => round)).toEqual([1, 2]);
  });

  it('stops at its total', async () => {
    const shop = await openWorkshop({
      shots: ['wrong', 'wrong', 'wrong'],
      plan: ['right-0', 'right-1', 'right-2'],
    });
    const run = await shop.ended(shop.application.automatic({ rounds: 3, max: 2 }));
    expect(run?.summary).toBe('2 regenerated, 2 better than before, stopped at the limit of 2 regenerations');
    expect(await shop.orders()).toHaveLength(2);
  });

  it('leaves a shot that its generator fails at, and goes on with the others', async () => {
    const shop = await openWorkshop({ shots: ['wrong', 'wrong'], plan: ['fail', 'right-1'] });
    const run = await shop.ended(shop.application.automatic({ rounds: 3, max: 9 }));
    expect(run?.summary).toBe('1 regenerated, 1 better than before, 1 stopped: failed');
    expect(shop.requests().map(({ state }) => state)).toEqual(['failed', 'done']);
    expect(shop.requests()[0]?.error).toMatch(/out of memory/);
  });

  it('ends on stop, and orders nothing that nobody approved', async () => {
    const shop = await openWorkshop({ shots: ['wrong', 'wrong'], plan: ['wait'] });
    const job = shop.application.automatic({ rounds: 3, max: 9 });
    await shop.waits();
    shop.application.jobs.cancel(job.id);
    expect(await shop.ended(job)).toMatchObject({ state: 'cancelled' });
    expect(shop.requests().map(({ state, handle }) => [state, handle])).toEqual([['cancelled', null]]);
    expect(shop.application.regenerate()).toBeNull();
    expect(await shop.orders()).toHaveLength(1);
  });

  it('leaves the shot whose picture is cancelled meanwhile', async () => {
    const shop = await openWorkshop({ shots: ['wrong', 'wrong'], plan: ['wait', 'right-1'] });
    const job = shop.application.automatic({ rounds: 3, max: 9 });
    const ended = shop.ended(job);
    await shop.waits();
    shop.send({ type: 'cancel-request', requestId: shop.requests()[0]?.id ?? '' });
    expect((await ended)?.summary).toBe('1 regenerated, 1 better than before, 1 stopped: cancelled');
    expect(shop.requests().map(({ state }) => state)).toEqual(['cancelled', 'done']);
  });

  it('begins round 2 from the words of round 1, and edits no words twice', async () => {
    // Wrong at first, better and still not right after round 1.
    const shop = await openWorkshop({ plan: ['half', 'right-0'] });
    await shop.ended(shop.application.automatic({ rounds: 3, max: 9 }));
    const [first, second] = await shop.orders();
    const [, one, two] = shop.takesOf(0);
    expect(one).toMatchObject({ prompt: first?.prompt, round: 1 });
    expect(two).toMatchObject({ prompt: second?.prompt, origin: { fromTakeId: one?.id } });
    expect(second?.prompt).not.toBe(first?.prompt);
    expect(shop.shotAt(0).pickId).toBe(two?.id);
  });

  it('has no run without a generator', async () => {
    const shop = await openWorkshop({ plan: ['right-0'], settings: { generator: 'none' } });
    expect(() => shop.application.automatic({ rounds: 3, max: 9 })).toThrow(
      expect.objectContaining({ code: 'NO_GENERATOR' }),
    );
    expect(shop.requests()).toEqual([]);
  });
});
