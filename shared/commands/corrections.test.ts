import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyDiff, isEmptyDiff, type Records, reverseDiff } from '../records/index.js';
import { type Command, changeOf, command, labelOf, shotsOf } from './index.js';

const board = aBoard(3);
const INPUTS = { id: 'c', at: 5, who: 'Ada', generator: 'none', rounds: 3 } as const;
const ran = (records: Records, of: Command): Records => applyDiff(records, changeOf(records, of, INPUTS));
const box = (x: number, width = 0.2) => ({
  label: 'girl',
  also: ['person'],
  region: { x, y: 0, width, height: 1 },
});
const correct = (boxes: ReturnType<typeof box>[] | null, takeId = 'take-1'): Command => ({
  type: 'correct-boxes',
  takeId,
  labels: ['girl', 'person'],
  boxes,
});

it('says what is in one take, and what the eye saw counts again', () => {
  const once = ran(board, correct([box(0.1)]));
  expect(once.correction).toEqual({
    'take-1': { id: 'take-1', labels: ['girl', 'person'], boxes: [box(0.1)], createdAt: 5 },
  });
  expect(Object.keys(ran(once, correct([], 'take-2')).correction)).toEqual(['take-1', 'take-2']);
  expect(ran(once, correct([])).correction['take-1']?.boxes).toEqual([]);
  expect(ran(once, correct(null))).toEqual(board);
  expect(isEmptyDiff(changeOf(board, correct(null), INPUTS))).toBe(true);
  expect(() => ran(board, correct([], 'gone'))).toThrow();
});

it('keeps boxes within the picture, and takes none without a name', () => {
  expect(ran(board, correct([box(0.9, 0.5)])).correction['take-1']?.boxes[0]?.region.width).toBeCloseTo(
    0.1,
    9,
  );
  const low = { ...box(0.1), region: { x: 0.1, y: 0.75, width: 0.2, height: 0.5 } };
  const { boxes: [within] = [] } = ran(board, correct([low])).correction['take-1'] ?? {};
  expect(within?.region).toEqual({ ...low.region, height: 0.25 });
  for (const wrong of [{ ...box(0), label: ' ' }, box(-0.1), box(0, 2)])
    expect(command.safeParse(correct([wrong])).success).toBe(false);
});

it('is called by its shot', () => {
  expect([labelOf(correct([]), board), labelOf(correct(null), board)]).toEqual([
    'Correct the boxes of shot 2',
    'Go back to what the eye saw in shot 2',
  ]);
  expect(shotsOf(correct([]), board)).toEqual(['shot-1']);
});

it('is taken back as it was, whatever was said before', () => {
  const lists = fc.option(
    fc.array(
      fc.double({ min: 0, max: 0.8, noNaN: true }).map((x) => box(x)),
      { maxLength: 4 },
    ),
  );
  fc.assert(
    fc.property(lists, lists, (first, then) => {
      const before = ran(board, correct(first));
      const diff = changeOf(before, correct(then), INPUTS);
      expect(applyDiff(applyDiff(before, diff), reverseDiff(diff))).toEqual(before);
    }),
    { numRuns: 200 },
  );
});
