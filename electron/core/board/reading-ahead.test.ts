import { descriptionReader } from '@core/claims/index.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ReadingAhead } from './reading-ahead.js';

/** In the place of the thread that reads: what is known to it, and what nobody can read. */
function reader() {
  const [read, damaged] = [new Set<string>(), new Set<string>()];
  const reading: (() => void)[] = [];
  const isUnread = vi.spyOn(descriptionReader, 'unlessUnread').mockImplementation((work) => {
    const text = needs;
    if (!read.has(text)) return { text, cast: [] };
    work();
    return null;
  });
  const prepare = vi.spyOn(descriptionReader, 'prepare').mockImplementation(async (asked) => {
    await new Promise<void>((resolve) => {
      reading.push(resolve);
    });
    for (const { text } of asked) {
      if (damaged.has(text)) throw new Error('cannot be read');
      read.add(text);
    }
  });
  onTestFinished(() => {
    isUnread.mockRestore();
    prepare.mockRestore();
  });
  let needs = '';
  const again: string[] = [];
  const ahead = new ReadingAhead((shotId, lane) => again.push(`${shotId} ${lane}`));
  const done: string[] = [];
  return {
    ahead,
    again,
    done,
    read,
    damaged,
    work(shotId: string, text: string, lane: 'now' | 'drift' = 'now') {
      needs = text;
      ahead.work(shotId, lane, () => done.push(shotId));
    },
    /** All that is being read is. */
    async settle() {
      for (const resolve of reading.splice(0)) resolve();
      await new Promise(setImmediate);
    },
  };
}

it('does at once what needs nothing unread, and what does once that is read', async () => {
  const { ahead, again, done, read, work, settle } = reader();
  read.add('a fox');
  work('a', 'a fox');
  expect([done, ahead.putOff.size]).toEqual([['a'], 0]);
  work('b', 'an owl', 'drift');
  expect([done, [...ahead.putOff], again]).toEqual([['a'], [['b', 'drift']], []]);
  await settle();
  expect([again, ahead.putOff.size]).toEqual([['b drift'], 0]);
  work('b', 'an owl');
  expect(done).toEqual(['a', 'b']);
});

it('works at what cannot be read, once, so that whoever does hears what is wrong', async () => {
  const { ahead, again, done, damaged, work, settle } = reader();
  damaged.add('an owl');
  work('a', 'an owl');
  await settle();
  expect(again).toEqual(['a now']);
  work('a', 'an owl');
  expect(done).toEqual(['a']);
  work('a', 'an owl');
  expect([done, [...ahead.putOff.keys()]], 'the next time it is tried again').toEqual([['a'], ['a']]);
});

it('is full with eight, and gives up all to whoever does them now', () => {
  const { ahead, work } = reader();
  for (let n = 0; n < 7; n++) work(`${n}`, 'an owl');
  expect(ahead.isFull).toBe(false);
  work('7', 'an owl', 'drift');
  expect(ahead.isFull).toBe(true);
  const all = ahead.takeAll();
  expect(all).toHaveLength(8);
  expect(all.at(-1)).toEqual(['7', 'drift']);
  expect([ahead.putOff.size, ahead.isFull, ahead.takeAll()]).toEqual([0, false, []]);
});
