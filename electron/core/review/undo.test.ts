import type { Command } from '@shared/commands/index.js';
import type { Records, Request } from '@shared/records/index.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard, aTake } from '@testing/records.js';
import { expect, test } from 'vitest';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

const approval = (n: number): Command => ({
  type: 'approve-suggestion',
  shotId: `shot-${n}`,
  takeId: `take-${n}`,
  prompt: 'a girl under a RED umbrella',
  negativePrompt: 'blue umbrella',
  seed: 'keep',
  strength: 0.5,
  acceptedEdits: ['front:umbrella'],
  edited: false,
});

const setRequest = (records: Records, fields: Partial<Request>): Records => ({
  ...records,
  request: Object.fromEntries(Object.entries(records.request).map(([id, r]) => [id, { ...r, ...fields }])),
});

test('what the program changed meanwhile in other fields does not stand in the way of undo', () => {
  const review = desk.open();
  review.importRecords(aBoard(2));
  desk.run(review, { type: 'set-note', shotId: 'shot-0', note: 'hands' });
  review.system('Take made', (r) => ({
    ...r,
    take: { ...r.take, 'take-9': { ...aTake(0), id: 'take-9', round: 1 } },
    shot: { ...r.shot, 'shot-0': { ...aBoard(1).shot['shot-0'], note: 'hands', pickId: 'take-9' } as never },
  }));
  review.undo();
  expect(review.records.shot['shot-0']).toMatchObject({ note: '', pickId: 'take-9' });
  review.redo();
  expect(review.records.shot['shot-0']).toMatchObject({ note: 'hands', pickId: 'take-9' });
});

test('undo refuses to overwrite what came later in the same field', () => {
  const review = desk.open();
  review.importRecords(aBoard(1));
  desk.run(review, { type: 'edit-description', shotId: 'shot-0', description: 'rain' });
  const changed = aBoard(1).shot['shot-0'];
  if (!changed) throw new Error('no shot');
  review.importRecords({ ...aBoard(1), shot: { 'shot-0': { ...changed, description: 'snow' } } });
  const before = review.records;
  expect(codeOf(() => review.undo())).toBe('CONFLICT');
  expect(review.records).toBe(before);
  expect(review.canUndo).toBe('Edit description of shot 1');
});

test.each([
  ['running', /already running/],
  ['done', /already ran; to roll it back, pick the earlier take/],
] as const)('an approval whose request is %s is not undone, and says what to do', (state, message) => {
  const review = desk.open();
  review.importRecords(aBoard(1));
  desk.run(review, approval(0));
  review.system('Request', (r) => setRequest(r, { state }));
  expect(() => review.undo()).toThrow(message);
  expect(codeOf(() => review.undo())).toBe('CONFLICT');
});

test('an approval whose request failed is undone, and redone as a fresh order', () => {
  const review = desk.open();
  review.importRecords(aBoard(1));
  desk.run(review, approval(0));
  const approved = review.records;
  review.system('Request', (r) => setRequest(r, { state: 'failed', error: 'no server' }));
  review.undo();
  expect(review.records).toEqual(aBoard(1));
  review.redo();
  expect(review.records).toEqual(approved);
});
