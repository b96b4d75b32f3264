import { aRequest } from '@testing/records.js';
import { expect, it } from 'vitest';
import { automaticRequests, fruitlessRounds } from './automatic-requests.js';

const made = (id: string, fields = {}) =>
  aRequest(id, { approvedBy: 'automatic', state: 'done', fromTakeId: 'take-0', ...fields });

it('knows what automatic mode ordered, but what was cancelled', () => {
  const all = [
    made('a'),
    made('b', { state: 'failed' }),
    made('c', { state: 'cancelled' }),
    made('d', { approvedBy: 'artist' }),
  ];
  expect(automaticRequests(all).map(({ id }) => id)).toEqual(['a', 'b']);
});

it('counts the rounds that made no better picture than the one they began from', () => {
  const all = [
    made('a', { fromTakeId: 'take-1' }),
    made('b'),
    made('c', { state: 'failed' }),
    made('d', { approvedBy: 'artist' }),
    made('e'),
  ];
  expect([
    fruitlessRounds(all, 'take-0'),
    fruitlessRounds(all, 'take-1'),
    fruitlessRounds(all, null),
  ]).toEqual([2, 1, 0]);
});
