import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { applyDiff, type FilterParts, reverseDiff } from '../records/index.js';
import { type Command, changeOf, command, labelOf, shotsOf } from './index.js';

const inputs = { id: 'new', at: 7, who: 'Ada', generator: 'comfyui', rounds: 3 };
const board = aBoard(2);
const after = (one: Command, records = board) => applyDiff(records, changeOf(records, one, inputs));
const filter: FilterParts = {
  show: 'flagged',
  survivors: true,
  states: [],
  kinds: ['near-duplicate'],
  characters: ['Mira'],
  scenes: [],
  stars: 3,
  words: 'red coat',
};
const save = { type: 'save-filter', name: 'Mira, good', filter } as const;

it('saves a filter under its name, in place of the one that has it, and removes it', () => {
  const saved = after(save);
  expect(saved.savedFilter).toEqual({ new: { id: 'new', name: 'Mira, good', filter, createdAt: 7 } });
  const wider = { ...filter, stars: null };
  const again = { ...inputs, id: 'other', at: 9 };
  const change = changeOf(saved, { ...save, filter: wider }, again);
  const changed = applyDiff(saved, change);
  expect(changed.savedFilter).toEqual({
    new: { id: 'new', name: 'Mira, good', filter: wider, createdAt: 7 },
  });
  expect(applyDiff(changed, reverseDiff(change))).toEqual(saved);
  expect(Object.keys(changeOf(saved, { ...save, name: 'Other' }, again).savedFilter?.added ?? {})).toEqual([
    'other',
  ]);
  expect(after({ type: 'remove-filter', filterId: 'new' }, saved).savedFilter).toEqual({});
  expect(codeOf(() => after({ type: 'remove-filter', filterId: 'absent' }))).toBe('NOT_FOUND');
});

it('is called by its name, and is about no shot', () => {
  const saved = after(save);
  const remove = { type: 'remove-filter', filterId: 'new' } as const;
  const absent = { ...remove, filterId: 'absent' };
  expect([save, remove, absent].map((one) => labelOf(one, saved))).toEqual([
    'Save the filter “Mira, good”',
    'Remove the filter “Mira, good”',
    'Remove the filter “?”',
  ]);
  expect([save, remove].map((one) => shotsOf(one, saved))).toEqual([[], []]);
});

it.each([
  { ...save, name: '' },
  { ...save, name: 'x'.repeat(61) },
  { ...save, filter: { ...filter, stars: 6 } },
  { ...save, filter: { ...filter, words: 'x'.repeat(201) } },
  { type: 'reject', shotId: 'shot-0', reason: '', byScore: 1.2 },
])('is refused where it is no filter or no score: %j', (one) => {
  expect(command.safeParse(one).success).toBe(false);
});

it('is taken with any score that there is', () => {
  for (const byScore of [0, 0.5, 1])
    expect(command.safeParse({ type: 'reject', shotId: 'shot-0', reason: '', byScore }).success).toBe(true);
});

it('says of a decision which score it follows from, and nothing of one by hand', () => {
  const decisions = (one: Command) => Object.values(after(one).decision);
  const take = { type: 'approve-take', shotId: 'shot-0', takeId: 'take-0' } as const;
  expect(decisions({ ...take, byScore: 0.9 })).toMatchObject([{ kind: 'approve', byScore: 0.9 }]);
  expect(decisions({ type: 'reject', shotId: 'shot-0', reason: 'x', byScore: 0 })).toMatchObject([
    { kind: 'reject', reason: 'x', byScore: 0 },
  ]);
  for (const one of [take, { type: 'reject', shotId: 'shot-0', reason: '' } as const])
    expect(Object.keys(decisions(one)[0] ?? {})).not.toContain('byScore');
});
