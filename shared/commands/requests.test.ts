import { anApproval } from '@testing/approval.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard, aRequest } from '@testing/records.js';
import { expect, test } from 'vitest';
import { applyDiff, queued, type Records, type Request, roundsUsed } from '../records/index.js';
import { type Command, changeOf, type Inputs, seedOf } from './index.js';

const inputs: Inputs = { id: 'new', at: 1000, who: 'Ada', generator: 'storybook', rounds: 2 };
const board = aBoard(3);
const apply = (command: Command, records: Records = board, over: Partial<Inputs> = {}) =>
  applyDiff(records, changeOf(records, command, { ...inputs, ...over }));
const having = (...requests: Request[]): Records => ({
  ...board,
  request: Object.fromEntries(requests.map((request) => [request.id, request])),
});
const order = ({ request }: Records) => queued({ request }).map(({ id }) => id);

const approval = anApproval();

test('candidates are ordered by one decision, as one round, each with its own seed; the first keeps the take’s', () => {
  const after = apply({ ...approval, candidates: 3 });
  const requests = Object.values(after.request);
  expect(requests.map(({ id, setId, round, seed, position }) => [id, setId, round, seed, position])).toEqual([
    ['new', 'new', 1, '18446744073709551615', 1000],
    ['new.2', 'new', 1, seedOf('new.2'), 1000],
    ['new.3', 'new', 1, seedOf('new.3'), 1000],
  ]);
  expect(Object.keys(after.decision)).toEqual(['new']);
  expect(roundsUsed(after, 'shot-0')).toBe(1);
  const again = apply({ ...approval, candidates: 8, seed: 'new' }, after, { id: 'again' });
  expect(new Set(Object.values(again.request).map(({ seed }) => seed)).size).toBe(11);
  expect(roundsUsed(again, 'shot-0')).toBe(2);
  expect(codeOf(() => apply({ ...approval, candidates: 2 }, again, { id: 'third' }))).toBe('LIMIT_REACHED');
  expect(apply({ ...approval, candidates: 1 }).request.new?.setId).toBeNull();
});

const ofSet = (n: number, state: Request['state'], fields = {}) =>
  aRequest(`c${n}`, { setId: 'c1', state, ...fields });

test('none of the candidates is wanted where the artist says so, or approves the take that there was', () => {
  const made = having(ofSet(1, 'done'), ofSet(2, 'failed'));
  const declined = (records: Records) => Object.values(records.request).map((one) => one.declined);
  expect(declined(apply({ type: 'decline-candidates', shotId: 'shot-0' }, made))).toEqual([true, true]);
  const approved = apply({ type: 'approve-take', shotId: 'shot-0', takeId: 'take-0' }, made);
  expect(declined(approved)).toEqual([true, true]);
  expect(changeOf(made, { type: 'decline-candidates', shotId: 'shot-1' }, inputs)).toEqual({});
});

test('what failed waits again at the end with what its generator has of it, what is unknown from the start', () => {
  const handle = { output: 'x' };
  const ended = (state: Request['state']) =>
    having(aRequest('ended', { state, handle, error: 'away' }), aRequest('waits', { position: 5 }));
  const retry: Command = { type: 'retry-request', requestId: 'ended' };
  for (const [state, kept] of [
    ['failed', handle],
    ['unknown', null],
  ] as const) {
    const after = apply(retry, ended(state));
    expect(after.request.ended).toMatchObject({ state: 'queued', handle: kept, error: null });
    expect(order(after)).toEqual(['waits', 'ended']);
  }
  for (const state of ['queued', 'running', 'done', 'cancelled', 'elsewhere'] as const)
    expect(
      codeOf(() => apply(retry, ended(state))),
      state,
    ).toBe('CONFLICT');
});

test('what is tried again is its shot’s next round; with others of its set it is theirs', () => {
  const retry: Command = { type: 'retry-request', requestId: 'c2' };
  const two = { ...aRequest('old', { state: 'done' }), round: 1 };
  const set = (state: Request['state']) => [ofSet(1, state, { round: 2 }), ofSet(2, 'failed', { round: 2 })];
  expect(apply(retry, having(two, ...set('done'))).request.c2?.round).toBe(2);
  const full = having(two, aRequest('older', { state: 'done' }), ...set('failed'));
  expect(codeOf(() => apply(retry, full))).toBe('LIMIT_REACHED');
  expect(apply(retry, having(two, ...set('failed'))).request.c2?.round).toBe(2);
});

test('an order moves before another, and only while it waits', () => {
  const queue = having(
    aRequest('a', { position: 1 }),
    aRequest('b', { position: 2 }),
    aRequest('c', { position: 3 }),
    aRequest('made', { position: 0, state: 'running' }),
  );
  const move = (requestId: string, beforeId: string | null): Command => ({
    type: 'move-request',
    requestId,
    beforeId,
  });
  expect(order(apply(move('c', 'a'), queue))).toEqual(['c', 'a', 'b']);
  expect(order(apply(move('a', null), queue))).toEqual(['b', 'c', 'a']);
  // What it was to stand before is being made by now.
  expect(order(apply(move('a', 'made'), queue))).toEqual(['b', 'c', 'a']);
  expect(codeOf(() => apply(move('made', 'a'), queue))).toBe('CONFLICT');
});

test('the queue is paused and goes on, and only what changes that is a step', () => {
  const paused = apply({ type: 'pause-queue', paused: true });
  expect(paused.queue.queue).toEqual({ id: 'queue', paused: true });
  expect(changeOf(paused, { type: 'pause-queue', paused: true }, inputs)).toEqual({});
  expect(apply({ type: 'pause-queue', paused: false }, paused).queue.queue?.paused).toBe(false);
});

test('what nobody can say is cancelled as what waits', () => {
  const cancel: Command = { type: 'cancel-request', requestId: 'r' };
  expect(apply(cancel, having(aRequest('r', { state: 'unknown' }))).request.r?.state).toBe('cancelled');
  expect(codeOf(() => apply(cancel, having(aRequest('r', { state: 'failed' }))))).toBe('CONFLICT');
});

test('an order that is approved again takes along the candidates that were ordered with it, and no other round', () => {
  const first = apply({ ...approval, candidates: 2 });
  const both = apply({ ...approval, candidates: 2 }, first, { id: 'other' });
  const changed = apply({ type: 'edit-description', shotId: 'shot-0', description: 'a gull' }, both, {
    id: 'words',
  });
  const after = apply({ type: 'approve-again', requestId: 'new.2' }, changed, { id: 'yes', at: 5000 });
  const at = Object.fromEntries(Object.values(after.request).map(({ id, position }) => [id, position]));
  expect(at).toEqual({ new: 5000, 'new.2': 5000, other: 1000, 'other.2': 1000 });
});
