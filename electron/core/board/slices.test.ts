import { afterEach, describe, expect, it } from 'vitest';
import { LANES, type Lane } from './agenda.js';
import { SLICE, Slices } from './slices.js';

let slices: Slices;
afterEach(() => slices.close());

const busyFor = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

/** Works at these lanes one after the other and notes what it was asked for. */
function work(lanes: readonly (Lane | 'throws')[], each = () => {}) {
  const left = [...lanes];
  const asked: (readonly Lane[])[] = [];
  const ended: boolean[] = [];
  const logged: unknown[] = [];
  slices = new Slices(
    (allowed) => {
      asked.push(allowed);
      const at = left.findIndex((one) => one === 'throws' || allowed.includes(one));
      if (at < 0) return null;
      each();
      const [lane] = left.splice(at, 1);
      if (lane === 'throws') throw new Error('It broke.');
      return lane ?? null;
    },
    (isRest) => void ended.push(isRest),
    (thrown) => void logged.push(thrown),
  );
  return { left, asked, ended, logged };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('work in slices', () => {
  it('begins when it is woken, and tells when nothing is left', async () => {
    const { left, ended } = work(['now', 'first', 'now']);
    await turn();
    expect(left).toHaveLength(3);
    await slices.until(() => false);
    expect([left, ended.at(-1)]).toEqual([[], true]);
  });

  it('lets others in after each slice', async () => {
    const { ended } = work(['now', 'now', 'now'], () => busyFor(SLICE));
    await slices.until(() => false);
    expect(ended).toEqual([false, false, false, true]);
  });

  it('is waited for until what is wanted is done, and no longer', async () => {
    const { left } = work(['now', 'now', 'now'], () => busyFor(SLICE));
    await slices.until(() => left.length < 3);
    expect(left).toHaveLength(2);
  });

  it('leaves what has only shifted alone for a while, unless somebody waits', async () => {
    const { left, asked, ended } = work(['drift', 'drift'], () => busyFor(2));
    slices.wake();
    await turn();
    await turn();
    expect([left.length, ended]).toEqual([1, [true]]);
    expect(asked).toEqual([LANES, ['now', 'first']]);
    await expect.poll(() => left.length, { timeout: 60_000 }).toBe(0);

    const waited = work(['drift', 'drift'], () => busyFor(2));
    await slices.until(() => false);
    expect([waited.left, waited.asked]).toEqual([[], [LANES, LANES, LANES]]);
  });

  it('is not tried for ever where it fails: it is logged, and who waits goes on', async () => {
    const { logged, left } = work(['throws', 'now']);
    await slices.until(() => false);
    expect(logged).toEqual([new Error('It broke.')]);
    expect(left).toEqual(['now']);
    slices.wake();
    await slices.until(() => false);
    expect(left).toEqual([]);
  });

  it('ends when it is closed, and nobody waits any more', async () => {
    const { left } = work(['now']);
    const waiting = slices.until(() => false);
    slices.close();
    await waiting;
    slices.wake();
    await slices.until(() => false);
    await turn();
    expect(left).toHaveLength(1);
  });
});
