/** A picture unlike all that the judge knows: nothing is found in it, and it is not better for that. */
import { ContinuistError } from '@shared/errors.js';
import { expect, it } from 'vitest';
import { FailedOrders } from './failed-orders.js';
import { openStudio } from './testing/studio.js';

it('does not become the pick of automatic mode, which tries again', async () => {
  const studio = await openStudio(['half'], ['strange', 'right']);
  const { pickId } = studio.shotAt(0);
  const first = await studio.automatic({ rounds: 1 });
  expect(first.summary).toMatch(/^1 regenerated, 0 better than before/);
  expect(studio.shotAt(0).pickId).toBe(pickId);
  await studio.automatic({ rounds: 2 });
  expect(studio.shotAt(0).pickId).toBe(studio.takesOf(0)[2]?.id);
});

it('is told with the reason where the judge failed at it', async () => {
  const studio = await openStudio(['wrong'], ['right']);
  const { inference } = studio.parts;
  const fails = async () => {
    throw new ContinuistError('JUDGE_FAILED', 'gpu.local: it answers nothing');
  };
  studio.approve(0);
  Object.assign(studio.parts, { inference: { ...inference, judge: fails } });
  expect((await studio.queue()).warning).toMatch(
    /^Shot 1: The judge failed: gpu\.local: it answers nothing\. Nothing is known to be wrong with the picture\./,
  );
});

it('is no longer told of a shot that was taken back meanwhile', async () => {
  const studio = await openStudio(['wrong'], ['right']);
  const orders = new FailedOrders(studio.board);
  orders.note({ id: 'an-order', shotId: 'taken-back' }, 'failed');
  expect(orders.warning).toBe('');
  orders.note({ id: 'an-order', shotId: studio.shotAt(0).id }, 'failed');
  expect(orders.warning).toMatch(/^Shot 1: /);
});

it('does not become the pick where the artist approved it, and waits for their eye', async () => {
  const studio = await openStudio(['wrong'], ['strange']);
  const { pickId } = studio.shotAt(0);
  studio.approve(0);
  expect((await studio.queue()).summary).toBe('1 regenerated, 0 better than before');
  expect(studio.shotAt(0)).toMatchObject({ pickId, status: 'pending' });
});

it('stands behind candidates that were judged, and is picked of none of them', async () => {
  const studio = await openStudio(['wrong'], ['strange', 'wrong', 'half']);
  studio.approve(0, { candidates: 3 });
  await studio.queue();
  const shown = (await studio.ranking(0)).map((id) => studio.takesOf(0).findIndex((take) => take.id === id));
  expect(shown[0]).toBe(3);
  expect(shown.at(-1)).toBe(1);
  const automatic = await openStudio(['wrong'], ['strange', 'wrong']);
  const { pickId } = automatic.shotAt(0);
  await automatic.automatic({ candidates: 2, max: 2 });
  expect(automatic.shotAt(0).pickId).toBe(pickId);
});
