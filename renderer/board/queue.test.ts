import type { Request, Shot } from '@shared/records/index.js';
import { aBoard, aRequest } from '@testing/records.js';
import { expect, it } from 'vitest';
import { candidateOf, neighbourOf, queueOf, queueWords } from './queue.js';

const tableOf = (...requests: Request[]) => ({
  ...aBoard(7),
  request: Object.fromEntries(requests.map((request) => [request.id, request])),
});
const ids = (requests: readonly Request[]) => requests.map(({ id }) => id);

it('shows what is made, what waits for a generator that makes pictures, and what came to nothing since', () => {
  const other = { shotId: 'shot-1' };
  const records = tableOf(
    aRequest('second', { position: 2 }),
    aRequest('first', { position: 1, shotId: 'shot-2' }),
    aRequest('kept', { generator: 'none', shotId: 'shot-3' }),
    aRequest('old', { basis: { description: 'x', prompt: 'x', canon: [], picture: null, answers: [] } }),
    aRequest('made now', { state: 'running', shotId: 'shot-4' }),
    aRequest('failed', { state: 'failed', createdAt: 1, ...other }),
    aRequest('failed again', { state: 'failed', createdAt: 2, ...other }),
    aRequest('mended', { state: 'failed', createdAt: 1, shotId: 'shot-5' }),
    aRequest('done', { state: 'done', createdAt: 2, shotId: 'shot-5' }),
    aRequest('c1', { state: 'done', setId: 'c1', createdAt: 3, shotId: 'shot-6' }),
    aRequest('c2', { state: 'unknown', setId: 'c1', createdAt: 3, shotId: 'shot-6' }),
  );
  const queue = queueOf(records, (generator) => generator === 'command');
  const { making, waiting, outdated, failed, unknown } = queue;
  expect([making, waiting, outdated, failed, unknown].map(ids)).toEqual([
    ['made now'],
    ['first', 'second'],
    ['old'],
    ['failed again'],
    ['c2'],
  ]);
  expect(queueWords(queue, false)).toBe('2 waiting, 1 out of date, 1 not made, 1 unknown');
  expect(queueWords({ ...queue, outdated: [], failed: [] }, true)).toBe('2 paused, 1 unknown');
  expect(queueWords({ waiting: [], outdated: [], failed: [], unknown: [] }, true)).toBe('');
});

it('shows nothing that waits of a shot that is left out of play', () => {
  const records = tableOf(aRequest('left'), aRequest('other', { shotId: 'shot-1' }));
  const shot = { ...records.shot, 'shot-0': { ...(records.shot['shot-0'] as Shot), omitted: true as const } };
  expect(ids(queueOf({ ...records, shot }, () => true).waiting)).toEqual(['other']);
});

it('numbers the candidates of one set as they were ordered', () => {
  const records = tableOf(
    ...[10, 2, 1].map((n) => aRequest(`c.${n}`, { setId: 'c' })),
    aRequest('alone'),
    aRequest('other', { setId: 'other' }),
  );
  expect(candidateOf(records, records.request['c.10'] as Request)).toEqual({ number: 3, of: 3 });
  expect(candidateOf(records, records.request.alone as Request)).toBeNull();
});

it('moves up before the one above, and down behind the one below, and not past the ends', () => {
  const waiting = ['a', 'b', 'c'].map((id) => aRequest(id));
  expect([neighbourOf(waiting, 'c', -1), neighbourOf(waiting, 'b', -1)]).toEqual(['b', 'a']);
  expect([neighbourOf(waiting, 'a', 1), neighbourOf(waiting, 'b', 1)]).toEqual(['c', null]);
  expect([neighbourOf(waiting, 'a', -1), neighbourOf(waiting, 'c', 1)]).toEqual([undefined, undefined]);
  expect(neighbourOf(waiting, 'x', 1)).toBeUndefined();
});
