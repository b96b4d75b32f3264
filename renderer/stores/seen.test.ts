import type { Take } from '@shared/records/index.js';
import { take } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { noticed, seenNow } from './seen.js';

const made = (at: number): Take =>
  take(at, { origin: { kind: 'regenerated', fromTakeId: 't0', requestId: 'r' } });
const takesOf = (...takes: Take[]) => Object.fromEntries(takes.map((one) => [one.id, one]));

it('takes all that is there for seen when a review is opened for the first time', () => {
  expect(noticed(takesOf(take(1), made(5)), null)).toEqual({ until: 5, unseen: [] });
  expect(noticed({}, null)).toEqual({ until: 0, unseen: [] });
});

it('knows what was made since, also while no window was open, and no imported picture', () => {
  const seen = { until: 5, unseen: ['t5'] };
  const takes = takesOf(made(5), made(6), take(7), made(8));
  expect(noticed(takes, seen)).toEqual({ until: 8, unseen: ['t5', 't6', 't8'] });
});

it('stays the same while nothing was made, and forgets takes that are gone', () => {
  const seen = { until: 6, unseen: ['t6'] };
  expect(noticed(takesOf(take(1), made(6)), seen)).toBe(seen);
  expect(noticed(takesOf(take(1)), seen)).toEqual({ until: 6, unseen: [] });
});

it('forgets what was looked at', () => {
  expect(seenNow({ until: 6, unseen: ['t5', 't6'] }, 't5')).toEqual({ until: 6, unseen: ['t6'] });
});
