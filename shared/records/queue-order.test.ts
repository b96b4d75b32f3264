import { aRequest } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPaused, movedInQueue, queued, type Request } from './index.js';

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

it('is paused only where somebody paused it', () => {
  expect(isPaused({ queue: {} })).toBe(false);
  expect(isPaused({ queue: { queue: { id: 'queue', paused: true } } })).toBe(true);
});
