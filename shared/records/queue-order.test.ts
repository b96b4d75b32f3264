import { aRequest } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPaused, movedInQueue, queued, queuedInPlay, type Records, type Request } from './index.js';

const tableOf = (requests: readonly Request[]) => ({
  request: Object.fromEntries(requests.map((request) => [request.id, request])),
});
const ids = (requests: readonly Request[]) => requests.map(({ id }) => id);

it('what waits stands as it was ordered, and what was ordered at once by round and number', () => {
  const requests = [
    aRequest('all-10', { position: 5, createdAt: 5 }),
    aRequest('all-2', { position: 5, createdAt: 5 }),
    aRequest('second', { position: 5, createdAt: 5, round: 2 }),
    aRequest('late', { position: 5, createdAt: 6 }),
    aRequest('first', { position: 4, createdAt: 9 }),
    aRequest('running', { position: 1, state: 'running' }),
  ];
  const inOrder = ['first', 'all-2', 'all-10', 'second', 'late'];
  expect(ids(queued(tableOf(requests)))).toEqual(inOrder);
  expect(ids(queued(tableOf([...requests].reverse())))).toEqual(inOrder);
});

it('what waits of shots that are left out of the story is none of those in play', () => {
  const requests = ['a', 'b', 'c'].map((id) => aRequest(id, { shotId: id }));
  const shot = { a: { omitted: true }, b: { omitted: false } } as unknown as Records['shot'];
  expect(ids(queuedInPlay({ ...tableOf(requests), shot }))).toEqual(['b', 'c']);
});

it('a request moves before another one or to the end, and the others keep their order, however many were ordered at once', () => {
  const positions = fc.array(fc.nat(4), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(positions, fc.nat(7), fc.nat(8), (drawn, from, to) => {
      const table = tableOf(drawn.map((position, n) => aRequest(`r${n}`, { position, createdAt: position })));
      const before = queued(table);
      const moved = before[from % before.length] as Request;
      const target = before[to % (before.length + 1)] ?? null;
      const changed = movedInQueue(before, moved.id, target?.id ?? null);
      const after = queued({ request: { ...table.request, ...tableOf(changed).request } });
      const others = ids(before).filter((id) => id !== moved.id);
      const at = target === null ? others.length : others.indexOf(target.id);
      const expected = target === moved ? ids(before) : others.toSpliced(at, 0, moved.id);
      expect(ids(after)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

it('one that moves is written alone where there is room: to either end, and between two of other times', () => {
  const all = [1, 1, 1, 5, 6].map((position, n) => aRequest(`r${n}`, { position, createdAt: n }));
  const moved = (from: number, before: number | null) =>
    movedInQueue(all, `r${from}`, before === null ? null : `r${before}`).map(({ id, position }) => [
      id,
      position,
    ]);
  expect(moved(2, 0)).toEqual([['r2', 0]]);
  expect(moved(0, null)).toEqual([['r0', 7]]);
  expect(moved(4, 3)).toEqual([['r4', 3]]);
  expect(moved(1, 4)).toEqual([['r1', 5.5]]);
  expect([moved(1, 2), moved(4, null), moved(1, 1)]).toEqual([[], [], []]);
  // Between two of the same time there is none.
  expect(moved(3, 1).length).toBeGreaterThan(1);
});

it('is paused only where somebody paused it', () => {
  expect(isPaused({ queue: {} })).toBe(false);
  expect(isPaused({ queue: { queue: { id: 'queue', paused: true } } })).toBe(true);
});
