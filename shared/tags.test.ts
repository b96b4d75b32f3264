import { expect, it } from 'vitest';
import { TAGS, tagsOf } from './tags.js';

type Said = Parameters<typeof tagsOf>[0][number];
const HANDS = 'Malformed hands';
const FACE = 'Malformed face';

let order = 0;
const said = (kind: Said['kind'], reason = '', takeId: string | null = 't1'): Said => ({
  id: `d${++order}`,
  at: 0,
  order,
  kind,
  takeId,
  reason,
});
const ids = (decisions: readonly Said[], takeId: string | null = 't1') =>
  tagsOf(decisions, takeId).map(({ id }) => id);

it('are what a take was rejected for, each once, in their own order', () => {
  expect(ids([said('reject', FACE), said('reject', HANDS), said('reject', FACE)])).toEqual(['hands', 'face']);
  expect(ids([said('reject', 'Not needed'), said('reject')])).toEqual([]);
  expect(ids([said('hold', HANDS), said('needs-changes', HANDS)])).toEqual([]);
});

it('are those of this take', () => {
  const decisions = [said('reject', HANDS, 't0'), said('reject', FACE, null)];
  expect(ids(decisions)).toEqual([]);
  expect(ids(decisions, null)).toEqual([]);
  expect(ids(decisions, 't0')).toEqual(['hands']);
});

it('end where the shot is set back, however the decisions lie', () => {
  const decisions = [said('reject', HANDS), said('reset'), said('reject', FACE)];
  expect(ids(decisions)).toEqual(['face']);
  expect(ids([...decisions].reverse())).toEqual(['face']);
});

it('have each another reason', () => {
  expect(new Set(TAGS.map(({ reason }) => reason)).size).toBe(TAGS.length);
});
