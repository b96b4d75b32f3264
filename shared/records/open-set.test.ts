import { aRequest } from '@testing/records.js';
import { expect, it } from 'vitest';
import { openSet, type Request } from './index.js';

const SHOT = { pickId: 'take-0' };
const ofSet = (setId: string, createdAt: number, states: readonly Request['state'][], fields = {}) =>
  states.map((state, n) => aRequest(`${setId}.${n}`, { setId, createdAt, state, ...fields }));
const ids = (requests: readonly Request[]) => requests.map(({ id }) => id);

it('the candidates of the last round wait for a choice as soon as one of them is made', () => {
  const set = ofSet('b', 2, ['done', 'queued', 'failed']);
  expect(ids(openSet(SHOT, [...ofSet('a', 1, ['done', 'done']), ...set]))).toEqual(['b.0', 'b.1', 'b.2']);
  const waiting = ofSet('b', 2, ['queued', 'running', 'failed']);
  expect(ids(openSet(SHOT, [...ofSet('a', 1, ['done']), ...waiting]))).toEqual(['a.0']);
});

it('nothing waits once another take is the pick, none of them was wanted, or a picture was made alone since', () => {
  const set = ofSet('a', 1, ['done', 'done']);
  expect(openSet({ pickId: 'take-1' }, set)).toEqual([]);
  expect(openSet(SHOT, ofSet('a', 1, ['done', 'done'], { declined: true }))).toEqual([]);
  expect(openSet(SHOT, [...set, aRequest('alone', { createdAt: 2, state: 'done' })])).toEqual([]);
  expect(openSet(SHOT, [])).toEqual([]);
});
