import { expect, it } from 'vitest';
import { NamedFields } from './named-fields.js';
import { readRow } from './read-row.js';

const read = (fields: Record<string, unknown>) => readRow(fields, () => undefined);

it.each<readonly [fields: Record<string, unknown>, number: string | null]>([
  [{ shotNumber: 4 }, '4'],
  [{ shotNumber: ' 12A ' }, '12A'],
  [{ shotNumber: 'opening' }, 'opening'],
  [{ shotNumber: 'x'.repeat(64) }, 'x'.repeat(64)],
  [{ shotNumber: 'x'.repeat(65) }, null],
  [{ shotNumber: ' ' }, null],
  // Under these names there may be words or files instead.
  [{ shot: '12' }, '12'],
  [{ shot: 'Shot 12-a.2' }, 'Shot 12-a.2'],
  [{ Shot: 'a wide shot of 2 foxes' }, null],
  [{ shot: 'wide' }, null],
  [{ frame: 'fox_12.png' }, null],
  [{ frame: 'fox_12.v2' }, 'fox_12.v2'],
  [{ shot: 'a fox that is 2' }, null],
])('the number of %j is %j', (fields, number) => {
  expect(read(fields).number).toBe(number);
});

it('one field is not the number and the scene', () => {
  expect(read({ shotNumber: '4', scene: ' 2 ' })).toMatchObject({
    number: '4',
    scene: '2',
    sceneKey: 'scene',
  });
  expect(read({ shotNumber: '4', scene: ' ' })).toMatchObject({ scene: null, sceneKey: null });
  expect(read({})).toMatchObject({ number: null, scene: null, sceneKey: null, prefix: null, ownId: null });
});

it.each<readonly [value: unknown, ownId: string | null]>([
  ['abc-1_2', 'abc-1_2'],
  ['x'.repeat(60), 'x'.repeat(60)],
  ['x'.repeat(61), null],
  ['', null],
  ['a b', null],
  ['(a', null],
  ['a)', null],
  [7, null],
])('the id %j of an artist is read as %j', (value, ownId) => {
  expect(read({ continuistId: value }).ownId).toBe(ownId);
});

it.each<readonly [value: unknown, isOmitted: boolean]>([
  [true, true],
  ['Yes ', true],
  ['x', true],
  [1, true],
  ['omit', true],
  ['OMITTED', true],
  [false, false],
  ['no', false],
  ['yes, maybe', false],
  ['not omitted', false],
  [0, false],
])('omitted: %j leaves it out of play: %s', (value, isOmitted) => {
  expect(read({ omitted: value }).isOmitted).toBe(isOmitted);
});

it('fields are found by their plain names, whatever their object calls them', () => {
  const named = new NamedFields({ 'Shot Number': 4, note: ' ', Notes: ' late ' });
  expect(named.all(['note', 'shotNumber', 'gone'])).toEqual([
    { key: 'note', value: ' ' },
    { key: 'Shot Number', value: 4 },
  ]);
  expect(named.text(['note', 'notes'])).toBe('late');
  expect(named.text(['gone'])).toBeUndefined();
  expect(named.first(['gone', 'shotNumber'], (value, key) => `${key} ${value}`)).toEqual({
    key: 'Shot Number',
    value: 'Shot Number 4',
  });
  // What is not there is not asked.
  expect(named.first(['gone'], () => 'anything')).toBeUndefined();
});
