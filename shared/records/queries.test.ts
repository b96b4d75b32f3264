import { decide } from '@shared/commands/on-shot.js';
import { aNote, aRequest, aShot, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import {
  applyDiff,
  type Decision,
  decisionsOf,
  diffOfWrites,
  EMPTY_RECORDS,
  lastRound,
  oldestFirst,
  pictureOf,
  type Records,
  type Request,
  roundsUsed,
  type Shot,
  shotsInOrder,
  takesOf,
} from './index.js';

const byId = <T extends { id: string }>(rows: readonly T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

it('decisions follow each other as they were made, when the clock is set back too, and after those of earlier versions', () => {
  const old = { id: 'old', shotId: 's', at: 5_000 } as Decision;
  const older = { id: 'older', shotId: 's', at: 4_000 } as Decision;
  let records = {
    ...EMPTY_RECORDS,
    shot: byId([{ id: 's' }]),
    decision: byId([old, older]),
  } as unknown as Records;
  for (const [id, at] of [
    ['first', 9_000],
    ['second', 1_000],
    ['third', 2_000],
  ] as const) {
    const inputs = { id, at, who: 'Ada', generator: 'none', rounds: 3 };
    const made = decide(records, inputs, 'hold', { shotId: 's' });
    records = applyDiff(records, diffOfWrites(records, [made]));
  }
  const inOrder = ['older', 'old', 'first', 'second', 'third'];
  expect(decisionsOf(records, 's').map(({ id }) => id)).toEqual(inOrder);
  const turned = { ...records, decision: byId(Object.values(records.decision).reverse()) };
  expect(decisionsOf(turned, 's').map(({ id }) => id)).toEqual(inOrder);
  expect(decisionsOf(records, 'other')).toEqual([]);
});

it('decisions of one moment, from an earlier version, always come in the same order', () => {
  const rows = ['b', 'c', 'a'].map((id) => ({ id, shotId: 's', at: 5 }) as Decision);
  const inOrder = (of: Decision[]) => decisionsOf({ decision: byId(of) }, 's').map(({ id }) => id);
  expect(inOrder(rows)).toEqual(['a', 'b', 'c']);
  expect(inOrder(rows.reverse())).toEqual(['a', 'b', 'c']);
});

it('the takes of a shot come oldest round first, and within a round as they were made', () => {
  const made = (id: string, round: number, createdAt: number, shotId = 's') => ({
    ...aTake(0),
    id,
    shotId,
    round,
    createdAt,
  });
  const take = byId([
    made('third', 1, 30),
    made('second', 1, 20),
    made('first', 0, 90),
    made('fourth', 2, 10),
    made('other', 0, 0, 'another'),
  ]);
  expect(takesOf({ take }, 's').map(({ id }) => id)).toEqual(['first', 'second', 'third', 'fourth']);
  expect(takesOf({ take }, 'nobody')).toEqual([]);
});

it('a request that came to nothing takes no round of its shot', () => {
  const states = ['queued', 'running', 'done', 'failed', 'cancelled', 'elsewhere', 'unknown'] as const;
  const used = states.filter((state) => roundsUsed({ request: byId([aRequest('r', { state })]) }, 'shot-0'));
  expect(used).toEqual(['queued', 'running', 'done']);
  expect(roundsUsed({ request: {} }, 'shot-0')).toBe(0);
});

it('comments come oldest first, and those of one moment always in the same order', () => {
  const said = (id: string, at: number) => aNote(id, { at });
  const comments = [said('late', 30), said('b', 20), said('early', 10), said('a', 20)];
  const inOrder = ['early', 'a', 'b', 'late'];
  expect(oldestFirst(comments).map(({ id }) => id)).toEqual(inOrder);
  expect(oldestFirst(comments.toReversed()).map(({ id }) => id)).toEqual(inOrder);
  expect(comments[0]?.id).toBe('late');
});

it('the last round of a shot is the one that was ordered last, with all its candidates, wherever it lies', () => {
  const ordered = (
    id: string,
    createdAt: number,
    setId: string | null = null,
    state: Request['state'] = 'done',
  ) => aRequest(id, { createdAt, setId, state });
  const set = [ordered('c1', 20, 'c1'), ordered('c2', 25, 'c1')];
  const [before, after] = [ordered('before', 10), ordered('after', 22, null, 'failed')];
  const last = (...requests: Request[]) => lastRound(requests).map(({ id }) => id);
  // A candidate that was ordered again later makes its round the last.
  for (const requests of [
    [before, after, ...set],
    [...set, after, before],
  ])
    expect(last(...requests)).toEqual(['c1', 'c2']);
  expect(last(ordered('later', 30), ...set)).toEqual(['later']);
  // Of two at one moment, the one that was written down last.
  expect(last(ordered('x', 5), ordered('y', 5))).toEqual(['y']);
  expect(last()).toEqual([]);
  expect(lastRound([before, after], (round) => round.every(({ state }) => state === 'done'))).toEqual([
    before,
  ]);
});

it('shots come in the order of their positions, also where those have gaps or are of several', () => {
  const at = (id: string, position: number): Shot => ({ ...aShot(0), id, position });
  const order = (...shots: Shot[]) =>
    shotsInOrder({ shot: Object.fromEntries(shots.map((one) => [one.id, one])) }).map(({ id }) => id);
  expect(order(at('c', 2), at('a', 0), at('b', 1))).toEqual(['a', 'b', 'c']);
  expect(order(at('c', 7), at('a', 0), at('b', 3))).toEqual(['a', 'b', 'c']);
  expect(order(at('b', 1), at('a', 0), at('c', 1))).toEqual(['a', 'b', 'c']);
});

it('a picture is found by the take or the portrait that it is of, while that is there', () => {
  const records = {
    take: byId([{ id: 't' }]),
    portrait: byId([{ id: 'p' }]),
  } as unknown as Pick<Records, 'take' | 'portrait'>;
  expect(pictureOf(records, { takeId: 't', region: null })).toBe(records.take.t);
  expect(pictureOf(records, { portraitId: 'p', region: null })).toBe(records.portrait.p);
  expect(pictureOf(records, { takeId: 'p', region: null })).toBeNull();
  expect(pictureOf(records, { portraitId: 't', region: null })).toBeNull();
});
