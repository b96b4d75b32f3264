import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Lane } from './agenda.js';
import { SLICE, Slices } from './slices.js';

// The clock stands still but for what is spent, so that a busy machine changes nothing.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const spend = (milliseconds: number) => void vi.advanceTimersByTime(milliseconds);
const turns = async (count: number) => {
  for (let n = 0; n < count; n++) await new Promise((resolve) => setImmediate(resolve));
};

/** Slices over a list of what is to be done: its lane and how many milliseconds it takes. */
function working(...work: [lane: Lane, milliseconds: number][]) {
  const done: Lane[] = [];
  const after: boolean[] = [];
  const isFollowed: boolean[] = [];
  const logged: unknown[] = [];
  const slices = new Slices(
    (lanes) => {
      const at = work.findIndex(([lane]) => lanes.includes(lane));
      const [piece] = at < 0 ? [] : work.splice(at, 1);
      if (!piece) return null;
      spend(piece[1]);
      done.push(piece[0]);
      return piece[0];
    },
    (isRest) => {
      after.push(isRest);
      return isFollowed.shift() ?? false;
    },
    (thrown) => logged.push(thrown),
  );
  return { slices, work, done, after, isFollowed, logged };
}
const never = () => false;

it('does nothing before it is woken, and all there is then, in slices', async () => {
  const { slices, done, after } = working(['first', SLICE + 1], ['first', SLICE + 1], ['first', 0]);
  await turns(3);
  expect(done).toEqual([]);
  slices.wake();
  slices.wake();
  expect(done, 'whoever woke it goes on first').toEqual([]);
  await slices.until(never);
  expect(done).toHaveLength(3);
  expect(after, 'one slice for each that fills it').toEqual([false, false, true]);
});

it('does many small pieces in one slice', async () => {
  const { slices, done, after } = working(['first', 0], ['first', 0], ['first', 0]);
  await slices.until(never);
  expect(done).toHaveLength(3);
  expect(after).toEqual([true]);
});

it('goes on where another slice must follow, and lets nobody go before it who waits for all', async () => {
  const { slices, after, isFollowed } = working(['first', 0]);
  isFollowed.push(true, true);
  await slices.until(never);
  expect(after).toEqual([true, true, true]);
});

it('tells whoever waits as soon as what they wait for is done', async () => {
  const { slices, done, work } = working(['now', SLICE + 1], ['first', SLICE + 1], ['first', SLICE + 1]);
  await slices.until(() => done.length === 1);
  expect([done.length, work.length]).toEqual([1, 2]);
  await slices.until(never);
  expect(work).toEqual([]);
});

it('waits for what is to come, and for nothing else', async () => {
  const come: boolean[] = [];
  const after: boolean[] = [];
  const step = vi.fn((): Lane | 'later' | null =>
    come.length === 0 ? 'later' : come.pop() ? 'first' : null,
  );
  const slices = new Slices(
    step,
    (isRest) => {
      after.push(isRest);
      return false;
    },
    never,
  );
  const known: string[] = [];
  void slices.until(() => true).then(() => known.push('what is there'));
  void slices.until(never).then(() => known.push('all'));
  await turns(5);
  expect(known).toEqual(['what is there']);
  expect([step.mock.calls.length, after], 'it is not asked again and again').toEqual([1, [false]]);
  come.push(false, true);
  slices.wake();
  await turns(5);
  expect(known).toEqual(['what is there', 'all']);
  expect(after).toEqual([false, true]);
});

it('lets what has shifted a little rest while nobody waits, but nothing else', async () => {
  const { slices, work, done } = working(['drift', 2 * SLICE], ['drift', 0]);
  slices.wake();
  await turns(5);
  expect(done).toEqual(['drift']);
  work.push(['first', 0]);
  slices.wake();
  await turns(5);
  expect(done).toEqual(['drift', 'first']);
  await slices.until(never);
  expect(done, 'nothing rests while somebody waits').toEqual(['drift', 'first', 'drift']);
});

it('goes on by itself with what rested', async () => {
  const { slices, done } = working(['drift', SLICE], ['drift', 0]);
  slices.wake();
  await turns(5);
  spend(9 * SLICE - SLICE - 1);
  await turns(5);
  expect(done, 'nine times as long as it ran').toHaveLength(1);
  spend(1);
  await turns(5);
  expect(done).toHaveLength(2);
});

it('tells who is in no hurry when nothing is left, and does nothing sooner for them', async () => {
  const { slices, done, work } = working(['first', 0], ['drift', 20], ['drift', 1]);
  let isHeld = true;
  slices.hold(
    new Promise((resolve) => {
      setTimeout(() => {
        isHeld = false;
        resolve();
      }, 30);
    }),
  );
  const told: string[] = [];
  const rested = slices.rested().then(() => told.push(`${done.length} done, held ${isHeld}`));
  await turns(5);
  expect(done, 'held, as long as nobody hurries it').toEqual([]);
  spend(30);
  await turns(5);
  expect(done).toHaveLength(2);
  expect(work, 'the other rests').toHaveLength(1);
  expect(told).toEqual([]);
  spend(9 * 20);
  await turns(5);
  expect([told, done.length], 'the last rests as well').toEqual([[], 3]);
  spend(9);
  await rested;
  expect(told).toEqual(['3 done, held false']);
  const closed = slices.rested();
  slices.close();
  await closed;
  await slices.rested();
});

it('logs a fault, lets those who wait go, and goes on when it is woken', async () => {
  const { slices, work, done, logged } = working();
  const fault = new Error('disk');
  const failing = new Slices(
    () => {
      throw fault;
    },
    never,
    (thrown) => logged.push(thrown),
  );
  await failing.until(never);
  await turns(3);
  expect(logged).toEqual([fault]);
  failing.wake();
  await turns(3);
  expect(logged).toEqual([fault, fault]);
  work.push(['now', 0]);
  await slices.until(never);
  expect(done).toEqual(['now']);
});

it('ends: what was planned is not done, and nobody waits any longer', async () => {
  const { slices, done } = working(['now', 0], ['drift', 0]);
  const waiting = slices.until(never);
  slices.close();
  await waiting;
  await slices.until(never);
  slices.wake();
  await turns(3);
  expect(done).toEqual([]);
});

it('is held until it may go on, but not what follows from a change or is waited for', async () => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { slices, work, done } = working(['first', 0], ['now', 0], ['drift', 0]);
  slices.hold(released);
  slices.wake();
  await turns(3);
  expect(done).toEqual(['now']);
  await slices.until(never);
  work.push(['first', 0]);
  slices.wake();
  await turns(3);
  expect(work).toHaveLength(1);
  release();
  await turns(3);
  expect(work).toEqual([]);
});
