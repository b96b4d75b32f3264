import { aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { RowsBy } from './rows-by.js';

const NOTHING = { added: {}, updated: {}, removed: {} };
const [first, second, other] = [aTake(0), { ...aTake(1), shotId: 'shot-0' }, aTake(2)];

it('rows are kept by their shot as they change, and the shots whose rows changed are told', () => {
  const rows = new RowsBy({ [first.id]: first, [other.id]: other }, ({ shotId }) => shotId);
  const untouched = rows.of('shot-2');
  expect([...rows.follow({ ...NOTHING, added: { [second.id]: second } })]).toEqual(['shot-0']);
  expect(rows.of('shot-0')).toEqual([first, second]);
  const better = { ...first, seed: '9' };
  expect([...rows.follow({ ...NOTHING, updated: { [first.id]: [first, better] } })]).toEqual(['shot-0']);
  expect(rows.of('shot-0')).toEqual([better, second]);
  expect([...rows.follow({ ...NOTHING, removed: { [first.id]: better } })]).toEqual(['shot-0']);
  expect(rows.of('shot-0')).toEqual([second]);
  expect([...rows.follow({ ...NOTHING, removed: { [second.id]: second } })]).toEqual(['shot-0']);
  expect(rows.of('shot-0')).toEqual([]);
  expect(rows.of('shot-0')).toBe(rows.of('nowhere'));
  expect(rows.of('shot-2')).toBe(untouched);
});
