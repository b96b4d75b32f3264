import type { Board } from '@core/board/index.js';
import type { Request, Shot } from '@shared/records/index.js';
import { aBoard, aRequest } from '@testing/records.js';
import { expect, it } from 'vitest';
import { queuedRequests, requeueCutOff, requeueFailed, setRequest, takeBackOutdated } from './requests.js';
import { heldReview } from './testing/held-review.js';

function holding(...requests: Request[]) {
  const review = heldReview({
    ...aBoard(3),
    request: Object.fromEntries(requests.map((one) => [one.id, one])),
  });
  const states = () =>
    Object.fromEntries(Object.values(review.records.request).map(({ id, state }) => [id, state]));
  return {
    board: { review } as unknown as Board,
    told: review.told,
    states,
    request: (id: string) => review.records.request[id],
  };
}

it('of what is queued, those that can be made come, oldest first and in the order of their rounds', () => {
  const { board } = holding(
    aRequest('late', { createdAt: 3 }),
    aRequest('second', { createdAt: 2, round: 2 }),
    aRequest('first', { createdAt: 2, round: 1 }),
    aRequest('other', { generator: 'none' }),
    ...(['running', 'done', 'failed', 'cancelled'] as const).map((state) => aRequest(state, { state })),
  );
  const queue = queuedRequests(board.review.records, ({ generator }) => generator === 'command');
  expect(queue.map(({ id }) => id)).toEqual(['first', 'second', 'late']);
});

it('of a shot that is left out of play nothing comes until it is taken in again, and automatic mode takes its orders back', () => {
  const { board, states } = holding(
    aRequest('mine', { shotId: 'shot-1' }),
    aRequest('own', { shotId: 'shot-1', approvedBy: 'automatic' }),
    aRequest('other', { shotId: 'shot-2', approvedBy: 'automatic' }),
  );
  const coming = () => queuedRequests(board.review.records, () => true).map(({ id }) => id);
  const play = (isInPlay: boolean) =>
    board.review.system('play', (records) => {
      const { omitted: _, ...shot } = records.shot['shot-1'] as Shot;
      const played: Shot = isInPlay ? shot : { ...shot, omitted: true };
      return { ...records, shot: { ...records.shot, 'shot-1': played } };
    });
  expect(coming()).toEqual(['mine', 'other', 'own']);
  play(false);
  expect(coming()).toEqual(['other']);
  takeBackOutdated(board, new Set(['own']));
  expect(states()).toEqual({ mine: 'queued', own: 'queued', other: 'queued' });
  takeBackOutdated(board, new Set());
  expect(states()).toEqual({ mine: 'queued', own: 'cancelled', other: 'queued' });
  play(true);
  expect(coming()).toEqual(['mine', 'other']);
});

it('what was running is queued again, with what its generator has of it, and nothing else', () => {
  const running = aRequest('running', { state: 'running', handle: { output: 'picture.png' } });
  const { board, states, request } = holding(
    running,
    aRequest('failed', { state: 'failed' }),
    aRequest('done', { state: 'done' }),
  );
  requeueCutOff(board);
  expect(states()).toEqual({ running: 'queued', failed: 'failed', done: 'done' });
  expect(request('running')).toEqual({ ...running, state: 'queued' });
});

it('what failed is queued again without its error, as far as its shot has rounds left', () => {
  const failed = (id: string, shotId: string) => aRequest(id, { shotId, state: 'failed', error: 'no GPU' });
  const { board, states, request } = holding(
    aRequest('done', { state: 'done' }),
    failed('a', 'shot-0'),
    failed('b', 'shot-0'),
    failed('c', 'shot-1'),
    failed('d', 'shot-1'),
    failed('e', 'shot-1'),
    aRequest('cancelled', { shotId: 'shot-1', state: 'cancelled' }),
  );
  requeueFailed(board, 2);
  expect(states()).toEqual({
    done: 'done',
    a: 'queued',
    b: 'failed',
    c: 'queued',
    d: 'queued',
    e: 'failed',
    cancelled: 'cancelled',
  });
  expect([request('a')?.error, request('b')?.error]).toEqual([null, 'no GPU']);
});

it('one is changed, and no other', () => {
  const { board, told, request } = holding(aRequest('a'), aRequest('b'));
  setRequest(board, 'a', { state: 'running', error: 'none yet' }, 'Start regeneration');
  expect(told).toEqual(['Start regeneration']);
  expect(request('a')).toEqual(aRequest('a', { state: 'running', error: 'none yet' }));
  expect(request('b')).toEqual(aRequest('b'));
});
