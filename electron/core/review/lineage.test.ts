import { EMPTY_RECORDS, type Records, type RecordsDiff } from '@shared/records/index.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import type { ToldEvent } from './events.js';
import { changedAt, changeSince, type History, kinshipOf, knownOf, markOf } from './lineage.js';
import { setShot } from './testing/program.js';

/** "abc" = three events of these labels, one after the other; `taken`: labels of events whose marks are kept. */
function history(labels: string, taken: readonly ToldEvent[] = []): History {
  const events = [...labels].map(
    (label, at): ToldEvent => ({
      seq: at + 1,
      at: at * 10,
      who: 'Ada',
      kind: at === 0 ? 'import' : 'command',
      label,
      commandId: null,
    }),
  );
  return { events, takenIn: new Set(taken.map(markOf)) };
}

it.each([
  ['abc', 'abc', 'contains'],
  ['abc', 'ab', 'contains'],
  ['abc', '', 'contains'],
  ['ab', 'abc', 'goes-on'],
  ['', 'a', 'goes-on'],
  ['abc', 'abd', 'apart'],
  ['abc', 'xbc', 'apart'],
])('%s and %s: %s', (ours, theirs, expected) =>
  expect(kinshipOf(history(ours), history(theirs))).toBe(expected),
);

it('tells events apart by each thing that is said of them', () => {
  const [event] = history('a').events as [ToldEvent];
  const others: ToldEvent[] = [
    { ...event, seq: 2 },
    { ...event, at: 1 },
    { ...event, who: 'Bo' },
    { ...event, kind: 'system' },
    { ...event, commandId: 'c' },
  ];
  for (const other of others)
    expect(knownOf({ events: [event], takenIn: new Set() }, { events: [other], takenIn: new Set() })).toBe(0);
});

it('knows what it has taken in, and not what came after that', () => {
  const theirs = history('abxyz');
  const ours = history('abc', theirs.events.slice(3, 4));
  expect([knownOf(ours, theirs), kinshipOf(ours, theirs)]).toEqual([4, 'apart']);
  expect(kinshipOf(history('abc', theirs.events.slice(-1)), theirs)).toBe('contains');
  expect(kinshipOf(history('abxyz'), history('abc', theirs.events.slice(-1)))).toBe('goes-on');
});

it('was changed when its last event was', () => {
  expect([changedAt(history('abc')), changedAt(history(''))]).toEqual([20, 0]);
});

const starred = (stars: number): RecordsDiff => ({
  shot: {
    added: {},
    removed: {},
    updated: { 'shot-0': [star(stars - 1).shot['shot-0'] as never, star(stars).shot['shot-0'] as never] },
  },
});
const star = (stars: number): Records => setShot(aBoard(1), 'shot-0', { stars });

it('finds what was changed after an event, and after the import where nothing is shared', () => {
  const [one, two] = [starred(1), starred(2)];
  const changeOf = (seq: number) => (seq === 2 ? one : seq === 3 ? two : null);
  expect(changeSince(star(2), history('abc'), 2, changeOf)).toEqual(two);
  const all = {
    shot: { ...one.shot, updated: { 'shot-0': [star(0).shot['shot-0'], star(2).shot['shot-0']] } },
  };
  expect(changeSince(star(2), history('abc'), 0, changeOf)).toEqual(all);
  expect(changeSince(star(2), history('abc'), 3, changeOf)).toEqual({});
  expect(changeSince(star(2), history('abcd'), 1, changeOf)).toBeNull();
  expect(changeSince(EMPTY_RECORDS, history(''), 0, changeOf)).toEqual({});
});
