import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyDiff, MOST_EXAMPLES, type Records, reverseDiff } from '../records/index.js';
import { type Command, changeOf, labelOf, shotsOf } from './index.js';

const board = aBoard(4);
const features = { measures: 2, style: { tone: [0.25] }, judge: '', tower: [] };
const outside = { name: 'cover.png', preview: '', features };
let calls = 0;
const inputs = () => ({ id: `c${calls++}`, at: calls, who: 'Ada', generator: 'none', rounds: 3 }) as const;
const ran = (records: Records, command: Command): Records =>
  applyDiff(records, changeOf(records, command, inputs()));
const examples = ({ styleExample }: Records) =>
  Object.values(styleExample).map(({ takeId, on }) => [takeId, on]);

it('marks a take once, whatever is said of it again', () => {
  const once = ran(board, { type: 'mark-style', takeId: 'take-1', on: true });
  expect(examples(once)).toEqual([['take-1', true]]);
  const turned = ran(once, { type: 'mark-style', takeId: 'take-1', on: false });
  expect(examples(turned)).toEqual([['take-1', false]]);
  expect(Object.keys(turned.styleExample)).toEqual(Object.keys(once.styleExample));
  expect(ran(turned, { type: 'mark-style', takeId: 'take-1', on: null })).toEqual(board);
  expect(ran(board, { type: 'mark-style', takeId: 'take-1', on: null })).toEqual(board);
  expect(() => ran(board, { type: 'mark-style', takeId: 'gone', on: true })).toThrow();
});

it('adds pictures from elsewhere, each time anew, and changes or removes any example', () => {
  const add = { type: 'add-style-example', on: true, outside } as const;
  const two = ran(board, { type: 'bulk', commands: [add, { ...add, on: false }] });
  expect(Object.values(two.styleExample)).toMatchObject([
    { on: true, takeId: null, outside },
    { on: false, takeId: null, outside },
  ]);
  const [exampleId = ''] = Object.keys(two.styleExample);
  const turned = ran(two, { type: 'change-style-example', exampleId, on: false });
  expect(Object.values(turned.styleExample).map(({ on }) => on)).toEqual([false, false]);
  const left = ran(turned, { type: 'change-style-example', exampleId, on: null });
  expect(Object.keys(left.styleExample)).toHaveLength(1);
  expect(() => ran(left, { type: 'change-style-example', exampleId, on: true })).toThrow();
});

it('has no room for more than so many', () => {
  const add = { type: 'add-style-example', on: true, outside } as const;
  const commands = Array.from({ length: MOST_EXAMPLES }, () => add);
  const full = ran(board, { type: 'bulk', commands });
  expect(() => ran(full, add)).toThrow(/room/);
  expect(() => ran(full, { type: 'mark-style', takeId: 'take-0', on: true })).toThrow(/room/);
});

it('keeps a name and whether frames are flagged', () => {
  const named = ran(board, { type: 'set-brand', name: 'Harbour', flags: true });
  expect(named.brand).toEqual({ brand: { id: 'brand', name: 'Harbour', flags: true } });
  expect(ran(named, { type: 'set-brand', name: 'Harbour', flags: false }).brand.brand?.flags).toBe(false);
});

it('says what it does and of which shot', () => {
  const mark = { type: 'mark-style', takeId: 'take-2', on: true } as const;
  expect([labelOf(mark, board), shotsOf(mark, board)]).toEqual(['Mark shot 3 as on style', ['shot-2']]);
  expect(shotsOf({ ...mark, takeId: 'gone' }, board)).toEqual([]);
  const off = { ...mark, on: false };
  const both: Command = { type: 'bulk', commands: [off, { ...off, takeId: 'take-0' }] };
  expect(labelOf(both, board)).toBe('Mark 2 shots as off style');
  expect(labelOf({ ...mark, on: null }, board)).toBe('Take the style mark off shot 3');
  const marked = ran(board, mark);
  const [exampleId = ''] = Object.keys(marked.styleExample);
  const change = { type: 'change-style-example', exampleId, on: null } as const;
  expect([labelOf(change, marked), shotsOf(change, marked)]).toEqual([
    'Remove an example of the brand style',
    ['shot-2'],
  ]);
  const outer = ran(board, { type: 'add-style-example', on: true, outside });
  const [outerId = ''] = Object.keys(outer.styleExample);
  expect(shotsOf({ ...change, exampleId: outerId }, outer)).toEqual([]);
  expect(labelOf({ type: 'set-brand', name: 'Harbour', flags: true }, board)).toBe(
    'Call the brand style “Harbour”',
  );
  expect(labelOf({ type: 'set-brand', name: '', flags: false }, board)).toBe(
    'Do not flag frames that are off the brand style',
  );
});

it('is taken back as it was, step by step', () => {
  const step = fc.oneof(
    fc.record({
      type: fc.constant('mark-style' as const),
      takeId: fc.constantFrom('take-0', 'take-1', 'take-2'),
      on: fc.constantFrom(true, false, null),
    }),
    fc.record({
      type: fc.constant('add-style-example' as const),
      on: fc.boolean(),
      outside: fc.constant(outside),
    }),
    fc.record({
      type: fc.constant('set-brand' as const),
      name: fc.constantFrom('', 'Harbour'),
      flags: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (commands) => {
      const states = [board];
      const diffs = commands.map((command) => {
        const records = states.at(-1) as Records;
        const diff = changeOf(records, command, inputs());
        states.push(applyDiff(records, diff));
        return diff;
      });
      for (const diff of diffs.toReversed()) {
        const after = states.pop() as Records;
        expect(applyDiff(after, reverseDiff(diff))).toEqual(states.at(-1));
      }
      const takes = Object.values((states[0] as Records).styleExample);
      expect(takes).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
