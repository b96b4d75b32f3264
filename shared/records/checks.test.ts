/** What a review file may hold: bounds of single fields, ids that are also part of file names. */
import { aBoard, aRequest } from '@testing/records.js';
import { expect, it } from 'vitest';
import { type Records, records, type TableName } from './index.js';

const REQUEST = aRequest('request', { prompt: '', seed: '7', generator: 'storybook', createdAt: 0 });
const board: Records = { ...aBoard(1), request: { request: REQUEST } };
const isTaken = (table: TableName, id: string, field: string, value: unknown) =>
  records.safeParse({ ...board, [table]: { [id]: { ...board[table][id], [field]: value } } }).success;

it('takes a whole board', () => {
  expect(records.parse(board)).toEqual(board);
});

it.each<[table: TableName, id: string, field: string, allowed: unknown[], refused: unknown[]]>([
  ['shot', 'shot-0', 'id', ['a', 'A-b_c.9', 'x'.repeat(64)], ['', 'x'.repeat(65), 'a/b', '../a', 'a b', 'é']],
  ['shot', 'shot-0', 'position', [0, 7], [-1, 0.5]],
  ['shot', 'shot-0', 'duration', [0.1, null], [0, -1]],
  ['shot', 'shot-0', 'stars', [0, 5], [-1, 6, 2.5]],
  ['shot', 'shot-0', 'scene', [null], [7]],
  ['shot', 'shot-0', 'status', ['on-hold'], ['open']],
  ['take', 'take-0', 'seed', [null, '0', '9'.repeat(20)], ['', '9'.repeat(21), '-1', '1x', 'x1']],
  ['take', 'take-0', 'sha256', ['0'.repeat(64)], ['0'.repeat(63), '0'.repeat(65), 'G'.repeat(64)]],
  ['take', 'take-0', 'width', [0], [-1, 1.5]],
  ['take', 'take-0', 'height', [0], [-1, 1.5]],
  ['take', 'take-0', 'round', [0], [-1, 1.5]],
  ['take', 'take-0', 'createdAt', [0], [-1, 1.5]],
  ['take', 'take-0', 'settings', [{ a: 'b', c: 1, d: true }], [{ a: null }]],
  ['take', 'take-0', 'origin', [{ kind: 'regenerated', fromTakeId: 'a', requestId: 'b' }], [{ kind: 'x' }]],
  ['claim', 'claim-0', 'weight', [0.1], [0, -1]],
  ['claim', 'claim-0', 'span', [null, [0, 4]], [[0.5, 4], [0]]],
  ['claim', 'claim-0', 'kind', ['action'], ['verb']],
  ['claim', 'claim-0', 'source', ['artist', 'file'], ['tool']],
  ['fact', 'fact-0', 'subject', ['prop'], ['hat']],
  ['fact', 'fact-0', 'origin', ['majority'], ['file']],
  ['request', 'request', 'generator', ['x', 'x'.repeat(64)], ['', 'x'.repeat(65)]],
  ['request', 'request', 'strength', [null, 0, 1], [-0.1, 1.1]],
  ['request', 'request', 'round', [1], [0, 1.5]],
  ['request', 'request', 'state', ['done'], ['open']],
  ['request', 'request', 'approvedBy', ['automatic'], ['nobody']],
  ['request', 'request', 'handle', [{ id: 'a', n: 1, b: true }], [{ a: null }]],
])('%s “%s”, %s: takes %j and not %j', (table, id, field, allowed, refused) => {
  for (const value of allowed) expect(isTaken(table, id, field, value), `${value}`).toBe(true);
  for (const value of refused) expect(isTaken(table, id, field, value), `${value}`).toBe(false);
});
