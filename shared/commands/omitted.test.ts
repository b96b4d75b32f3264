import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyDiff, type Records, reverseDiff, shotsInOrder, shotsInPlay } from '../records/index.js';
import { type Command, changeOf, type Inputs, labelOf, shotsOf } from './index.js';

const INPUTS: Inputs = { id: 'c', at: 0, who: 'Ada', generator: 'none', rounds: 3 };
const omit = (shots: readonly number[], isOmitted = true): Command => ({
  type: 'omit-shots',
  shotIds: shots.map((n) => `shot-${n}`),
  isOmitted,
});
const ran = (records: Records, command: Command): Records =>
  applyDiff(records, changeOf(records, command, INPUTS));
const idsIn = (records: Records) => shotsInPlay(records).map(({ id }) => id);

it('leaves shots out and takes them in again where they stand, and changes nothing else of them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.subarray([0, 1, 2, 3], { minLength: 1 }), fc.boolean())), (steps) => {
      const begun = aBoard(4);
      let records: Records = begun;
      const left = new Set<string>();
      const diffs = steps.map(([shots, isOmitted]) => {
        const diff = changeOf(records, omit(shots, isOmitted), INPUTS);
        const changed = shots.map((n) => `shot-${n}`).filter((id) => left.has(id) !== isOmitted);
        expect(Object.keys(diff.shot?.updated ?? {}).sort()).toEqual(changed.sort());
        for (const id of changed) isOmitted ? left.add(id) : left.delete(id);
        records = applyDiff(records, diff);
        expect(idsIn(records)).toEqual(
          shotsInOrder(begun)
            .map(({ id }) => id)
            .filter((id) => !left.has(id)),
        );
        return diff;
      });
      expect(ran(records, omit([0, 1, 2, 3], false))).toEqual(begun);
      for (const diff of diffs.reverse()) records = applyDiff(records, reverseDiff(diff));
      expect(records).toEqual(begun);
    }),
    { numRuns: 200 },
  );
});

it('is called by what it does to which shots', () => {
  const board = aBoard(3);
  expect(labelOf(omit([1]), board)).toBe('Leave shot 2 out of play');
  expect(labelOf(omit([0, 2], false), board)).toBe('Take 2 shots into play again');
  expect(shotsOf(omit([0, 2]), board)).toEqual(['shot-0', 'shot-2']);
  expect(() => ran(board, omit([7]))).toThrow();
});
