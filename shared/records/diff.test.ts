import { aBoard, aDecision, aFact, aShot, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyDiff,
  diffBetween,
  diffFromEmpty,
  isEmptyDiff,
  recordsDiff,
  reverseDiff,
  sameValue,
  shotsOfDiff,
} from './diff.js';
import type { Fact } from './fact.js';
import type { Storyboard } from './storyboard.js';
import { EMPTY_RECORDS, type Records } from './tables.js';

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const facts: fc.Arbitrary<Record<string, Fact>> = fc.dictionary(
  ids,
  fc.record({
    id: ids,
    subject: fc.constantFrom('character', 'place', 'prop', 'style'),
    name: fc.string({ maxLength: 3 }),
    statement: fc.constantFrom('a girl', 'a pier'),
    aliases: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    firstShotId: fc.option(ids),
    lastShotId: fc.option(ids),
    origin: fc.constantFrom('sheet', 'text', 'majority', 'artist'),
  }),
  { noNullPrototype: true },
);

const storyboards: fc.Arbitrary<Record<string, Storyboard>> = fc.dictionary(
  ids,
  fc.record({
    id: ids,
    title: fc.constantFrom('Harbour', 'Pier'),
    source: fc.record({
      kind: fc.constantFrom('images', 'pipeline'),
      name: fc.constant('n'),
      format: fc.constant('f'),
    }),
    styleBrief: fc.constantFrom('', 'ink'),
    createdAt: fc.nat(3),
  }),
  { noNullPrototype: true },
);

const records: fc.Arbitrary<Records> = fc
  .record({ fact: facts, storyboard: storyboards })
  .map((tables) => ({ ...EMPTY_RECORDS, ...tables }));

const always = (property: (a: Records, b: Records, c: Records) => void) =>
  fc.assert(
    fc.property(records, records, records, (a, b, c) => {
      property(a, b, c);
    }),
    { numRuns: 200 },
  );

describe('a diff', () => {
  test('leads from one state to the other', () => {
    always((a, b) => expect(applyDiff(a, diffBetween(a, b))).toEqual(b));
  });

  test('reversed leads back', () => {
    always((a, b) => {
      const diff = diffBetween(a, b);
      expect(applyDiff(applyDiff(a, diff), reverseDiff(diff))).toEqual(a);
      expect(reverseDiff(diff)).toEqual(diffBetween(b, a));
      expect(reverseDiff(reverseDiff(diff))).toEqual(diff);
    });
  });

  test('is empty exactly between equal states', () => {
    always((a, b) => {
      expect(isEmptyDiff(diffBetween(a, structuredClone(a)))).toBe(true);
      expect(isEmptyDiff(diffBetween(a, b))).toBe(sameValue(a, b));
    });
  });

  test('survives being written and read', () => {
    always((a, b) => {
      const diff = diffBetween(a, b);
      expect(recordsDiff.parse(JSON.parse(JSON.stringify(diff)))).toEqual(diff);
    });
  });

  test('leaves the states it came from and tables it does not touch alone', () => {
    always((a, b) => {
      const before = structuredClone(a);
      const after = applyDiff(a, { fact: diffBetween(a, b).fact });
      expect(a).toEqual(before);
      expect(after.storyboard).toBe(a.storyboard);
    });
  });

  test('builds a state from nothing', () => {
    always((a) => {
      expect(applyDiff(EMPTY_RECORDS, diffFromEmpty(a))).toEqual(a);
      for (const table of Object.values(diffFromEmpty(a)))
        expect([table.updated, table.removed]).toEqual([{}, {}]);
    });
  });
});

test('a change of no record is none, and a change of any kind is one', () => {
  const fact = { id: 'a' } as Fact;
  const nothing = { added: {}, updated: {}, removed: {} };
  expect(isEmptyDiff({})).toBe(true);
  expect(isEmptyDiff({ fact: nothing })).toBe(true);
  expect(isEmptyDiff({ fact: { ...nothing, added: { a: fact } } })).toBe(false);
  expect(isEmptyDiff({ fact: { ...nothing, updated: { a: [fact, fact] } } })).toBe(false);
  expect(isEmptyDiff({ fact: { ...nothing, removed: { a: fact } } })).toBe(false);
  const board = { ...EMPTY_RECORDS, fact: { a: fact } };
  expect(diffBetween(board, structuredClone(board))).toEqual({});
});

test('a change is about the shots that it alters, and those whose takes, claims or decisions it alters', () => {
  const board = aBoard(6);
  const { claim, shot, take } = board;
  const after: Records = {
    ...board,
    shot: {
      ...shot,
      'shot-0': { ...aShot(0), note: 'closer' },
      'shot-1': { ...aShot(1), position: 9 },
      'shot-2': { ...aShot(2), position: 8, note: 'wider' },
    },
    take: { ...take, 'take-3': { ...aTake(3), path: 'other.png' } },
    claim: { ...Object.fromEntries(Object.entries(claim).filter(([id]) => id !== 'claim-4')) },
    decision: { d: aDecision('d', { kind: 'hold', shotId: 'shot-5' }) },
    fact: { f: aFact('f') },
  };
  expect(shotsOfDiff(diffBetween(board, after)).sort()).toEqual([
    'shot-0',
    'shot-2',
    'shot-3',
    'shot-4',
    'shot-5',
  ]);
  expect(shotsOfDiff({ fact: diffFromEmpty(after).fact })).toEqual([]);
  expect(shotsOfDiff({})).toEqual([]);
});

test('values are the same whatever the order of their keys, and only then', () => {
  expect(sameValue({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
  expect(sameValue([], {})).toBe(false);
  expect(sameValue(null, {})).toBe(false);
  expect(sameValue('', [])).toBe(false);
  expect(sameValue({}, 0)).toBe(false);
  expect(sameValue({ toString: 1 }, { valueOf: 1 })).toBe(false);
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(sameValue(a, structuredClone(a))).toBe(true);
      expect(sameValue(a, b)).toBe(sameValue(b, a));
    }),
    { numRuns: 200 },
  );
});
