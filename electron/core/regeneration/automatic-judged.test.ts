import { describe, expect, it } from 'vitest';
import { openWorkshop, shareApplication } from './testing/workshop.js';

shareApplication();

describe('automatic mode', () => {
  it('makes what is flagged, in its own name, and leaves the rest alone', async () => {
    const shop = await openWorkshop({ shots: ['wrong', 'right', 'wrong'], plan: ['right-0', 'right-2'] });
    const run = await shop.ended(shop.application.regeneration.automatic({ rounds: 3, max: 9 }));
    expect(run).toMatchObject({ state: 'done', summary: '2 regenerated, 2 better than before' });
    expect(shop.requests().map(({ shotId, approvedBy, state }) => [shotId, approvedBy, state])).toEqual([
      [shop.shotAt(0).id, 'automatic', 'done'],
      [shop.shotAt(2).id, 'automatic', 'done'],
    ]);
    expect(shop.application.board.derived.findings).toEqual([]);
  });

  it('ends on stop, and orders nothing that nobody approved', async () => {
    const shop = await openWorkshop({ shots: ['wrong', 'wrong'], plan: ['wait'] });
    const job = shop.application.regeneration.automatic({ rounds: 3, max: 9 });
    await shop.waits();
    shop.application.jobs.cancel(job.id);
    expect(await shop.ended(job)).toMatchObject({ state: 'cancelled' });
    expect(shop.requests().map(({ state, handle }) => [state, handle])).toEqual([['cancelled', null]]);
    expect(shop.application.regeneration.start()).toBeNull();
    expect(await shop.orders()).toHaveLength(1);
  });

  it('begins round 2 from the words of round 1, and edits no words twice', async () => {
    // Wrong at first, better and still not right after round 1.
    const shop = await openWorkshop({ plan: ['half', 'right-0'] });
    await shop.ended(shop.application.regeneration.automatic({ rounds: 3, max: 9 }));
    const [first, second] = await shop.orders();
    const [, one, two] = shop.takesOf(0);
    expect(one).toMatchObject({ prompt: first?.prompt, round: 1 });
    expect(two).toMatchObject({ prompt: second?.prompt, origin: { fromTakeId: one?.id } });
    expect(second?.prompt).not.toBe(first?.prompt);
    expect(shop.shotAt(0).pickId).toBe(two?.id);
  });

  it('has no run without a generator', async () => {
    const shop = await openWorkshop({ plan: ['right-0'], settings: { generator: 'none' } });
    expect(() => shop.application.regeneration.automatic({ rounds: 3, max: 9 })).toThrow(
      expect.objectContaining({ code: 'NO_GENERATOR' }),
    );
    expect(shop.requests()).toEqual([]);
  });
});
