import { aBoard, aClaim, aFact, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { mergeImport } from './merge.js';
import type { Request } from './request.js';
import type { Records } from './tables.js';
import type { Take } from './take.js';

const made: Take = {
  ...aTake(9),
  id: 'made',
  shotId: 'shot-0',
  origin: { kind: 'regenerated', fromTakeId: 'take-0', requestId: 'order' },
  round: 1,
};
const order = { id: 'order', shotId: 'shot-0', fromTakeId: 'take-0', state: 'done' } as Request;
const second: Take = { ...aTake(8), id: 'second', shotId: 'shot-0' };
const whole = aBoard(2);
const without = <T>(rows: Readonly<Record<string, T>>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(rows).filter(([key]) => key !== id));

it('does not bring pictures back that are gone from the storyboard, and keeps those that were made', () => {
  const before: Records = { ...whole, take: { ...whole.take, second, made } };
  expect(Object.keys(mergeImport(before, whole).take).sort()).toEqual(['made', 'take-0', 'take-1']);
});

it('keeps what the artist said, and takes the rest as it is imported', () => {
  const before: Records = {
    ...whole,
    claim: {
      read: { ...aClaim(0), id: 'read' },
      asked: { ...aClaim(0), id: 'asked', source: 'artist' },
    },
    fact: { ours: { ...aFact('ours'), origin: 'artist' }, sheet: { ...aFact('sheet'), origin: 'sheet' } },
    request: { order },
  };
  const after = mergeImport(before, { ...whole, claim: {}, fact: {} });
  expect(Object.keys(after.claim)).toEqual(['asked']);
  expect(Object.keys(after.fact)).toEqual(['ours']);
  expect(after.request).toEqual({ order });
});

it('keeps the artist’s words for what the source says otherwise', () => {
  const ours = { ...aFact('fact-0'), origin: 'artist' as const, statement: 'a girl in a blue coat' };
  const after = mergeImport({ ...whole, fact: { 'fact-0': ours } }, whole);
  expect(whole.fact['fact-0']?.origin).not.toBe('artist');
  expect(after.fact['fact-0']).toEqual(ours);
});

it('lets go what the artist made for a shot or a picture that is gone', () => {
  const before: Records = { ...whole, take: { ...whole.take, made }, request: { order } };
  const noShot = { ...whole, shot: without(whole.shot, 'shot-0'), take: without(whole.take, 'take-0') };
  expect(mergeImport(before, noShot).take).not.toHaveProperty('made');
  const noPicture = { ...whole, take: { ...without(whole.take, 'take-0') } };
  expect(mergeImport(before, noPicture).request).toEqual({});
});
