import { describe, expect, it } from 'vitest';
import { openWorkshop, shareApplication } from './testing/workshop.js';

shareApplication();

describe('after a regeneration', () => {
  it('the better take becomes the pick, and the shot waits for the artist', async () => {
    const shop = await openWorkshop({ plan: ['right-0'] });
    shop.approve(0);
    expect((await shop.made())?.summary).toBe('1 regenerated, 1 better than before');
    const [old, made] = shop.takesOf(0);
    expect(shop.shotAt(0)).toMatchObject({ pickId: made?.id, status: 'pending' });
    expect(made).toMatchObject({ round: 1, origin: { kind: 'regenerated', fromTakeId: old?.id } });
    const { findings } = shop.application.board.derived;
    expect(findings).toEqual([]);
  });

  it('a worse take is kept beside the old one, which stays the pick', async () => {
    const shop = await openWorkshop({ shots: ['right'], plan: ['wrong-0'] });
    const { pickId } = shop.shotAt(0);
    shop.approve(0);
    expect((await shop.made())?.summary).toBe('1 regenerated, 0 better than before');
    expect(shop.shotAt(0)).toMatchObject({ pickId, status: 'pending' });
    expect(shop.takesOf(0)).toHaveLength(2);
  });

  it('the artist’s own choice meanwhile stays the pick, however good the new take is', async () => {
    const shop = await openWorkshop({ plan: ['wrong-0', 'right-0'] });
    const first = shop.shotAt(0).pickId;
    shop.approve(0);
    await shop.made();
    const second = shop.takesOf(0)[1]?.id ?? '';
    expect(shop.shotAt(0).pickId).toBe(first);
    shop.approve(0);
    shop.send({ type: 'pick-take', shotId: shop.shotAt(0).id, takeId: second });
    expect((await shop.made())?.summary).toBe('1 regenerated, 1 better than before');
    expect(shop.shotAt(0).pickId).toBe(second);
  });

  it('what was dismissed does not count against a take', async () => {
    const shop = await openWorkshop({ plan: ['wrong-0'] });
    const { id: shotId } = shop.shotAt(0);
    for (const { key } of shop.application.board.derived.findings)
      shop.send({ type: 'dismiss-finding', shotId, key, reason: '' });
    expect(shop.application.board.derived.findings.every(({ dismissed }) => dismissed)).toBe(true);
    const { pickId } = shop.shotAt(0);
    shop.approve(0);
    await shop.made();
    // The new picture is as wrong, in the same ways, so nothing open tells them apart.
    expect(shop.shotAt(0).pickId).toBe(pickId);
  });

  it('the first picture of a shot that was put in becomes its pick, however its neighbour stands, and undo takes it back', async () => {
    const shop = await openWorkshop({ shots: ['right'], plan: ['wrong-0'] });
    const beside = shop.shotAt(0).id;
    shop.send({ type: 'add-shot', shotId: 'new', beside, side: 'after', description: 'A boy in a kitchen.' });
    shop.send({ type: 'order-first-picture', shotId: 'new' });
    expect((await shop.made())?.summary).toBe('1 regenerated, 1 better than before');
    const [first, ...others] = shop.takesOf(1);
    expect(others).toEqual([]);
    expect(shop.shotAt(1)).toMatchObject({ id: 'new', pickId: first?.id, status: 'pending' });
    expect(first).toMatchObject({ shotId: 'new', round: 1, width: 320, height: 180 });
    expect(shop.shotAt(0).pickId).toBe(shop.takesOf(0)[0]?.id);
    const { application } = shop;
    application.undo();
    expect(shop.shotAt(1)).toMatchObject({ pickId: null, status: 'pending' });
    // The picture that was made is not lost: the shot stays with it.
    application.undo();
    expect(shop.takesOf(1)).toEqual([first]);
  });
});
