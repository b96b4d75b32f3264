import type { Hint } from '@shared/hint.js';
import type { Records, Shot } from '@shared/records/index.js';
import { aBoard } from '@testing/records.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAsking, PAUSE } from './keep-asking.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A document, a host that answers when it is told to, and what was said. */
function desk() {
  let records: Records = aBoard(3);
  const listeners = new Set<() => void>();
  const answers: ((hints: readonly Hint[] | null) => void)[] = [];
  const said: string[] = [];
  const end = keepAsking({
    suggested: false,
    ask: () => new Promise((resolve) => answers.push(resolve)),
    ground: () => records,
    onChange: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    say: (hints) => said.push(hints.map(({ key }) => key).join()),
  });
  return {
    end,
    said,
    get asked() {
      return answers.length;
    },
    answer: async (at: number, key: string | null) => {
      answers[at]?.(key === null ? null : [{ key } as Hint]);
      await vi.advanceTimersByTimeAsync(0);
    },
    change: (fields: Partial<Shot>) => {
      const shot = { ...(records.shot['shot-1'] as Shot), ...fields };
      records = { ...records, shot: { ...records.shot, 'shot-1': shot } };
      for (const listener of listeners) listener();
    },
    tell: () => {
      for (const listener of listeners) listener();
    },
    wait: () => vi.advanceTimersByTimeAsync(PAUSE),
  };
}

it('asks once after a pause, and again where what is read was changed, but not for a decision', async () => {
  const host = desk();
  expect(host.asked).toBe(0);
  await host.wait();
  await host.answer(0, 'first');
  expect([host.asked, host.said]).toEqual([1, ['first']]);
  host.change({ stars: 3, status: 'rejected' });
  host.tell();
  await host.wait();
  expect(host.asked).toBe(1);
  host.change({ description: 'A fox.' });
  await host.wait();
  await host.answer(1, 'second');
  expect([host.asked, host.said]).toEqual([2, ['first', 'second']]);
});

it('waits until nothing has changed for a pause, whatever else is told meanwhile', async () => {
  const host = desk();
  await vi.advanceTimersByTimeAsync(PAUSE - 1);
  host.change({ description: 'A fox.' });
  await vi.advanceTimersByTimeAsync(PAUSE - 1);
  expect(host.asked).toBe(0);
  host.tell();
  await vi.advanceTimersByTimeAsync(1);
  expect(host.asked).toBe(1);
});

it('says nothing of what was asked before the last question, nor after its end', async () => {
  const host = desk();
  await host.wait();
  host.change({ description: 'A fox.' });
  await host.wait();
  await host.answer(1, 'new');
  await host.answer(0, 'old');
  expect(host.said).toEqual(['new']);
  host.change({ description: 'An owl.' });
  await host.wait();
  host.end();
  await host.answer(2, 'late');
  host.change({ description: 'A hare.' });
  await host.wait();
  expect([host.asked, host.said]).toEqual([3, ['new']]);
});

it('asks again after the next change where the host could not be asked', async () => {
  const host = desk();
  await host.wait();
  await host.answer(0, null);
  expect(host.said).toEqual([]);
  host.change({ stars: 1 });
  await host.wait();
  await host.answer(1, 'heard');
  expect(host.said).toEqual(['heard']);
});
