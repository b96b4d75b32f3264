import { anApproval } from '@testing/approval.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { applyDiff } from '../records/index.js';
import { type Command, changeOf, labelOf, shotsOf } from './index.js';

const inputs = { id: 'new', at: 7, who: 'Ada', generator: 'comfyui', rounds: 3 };
const board = aBoard(2);
const after = (command: Command, records = board) => applyDiff(records, changeOf(records, command, inputs));
const region = { x: 0.25, y: 0, width: 0.5, height: 1 };
const keep = { type: 'keep-reference', takeId: 'take-1', region, name: 'Mira' } as const;

it('keeps a picture or a part of it once for each whom it shows, and lets it go', () => {
  const kept = after(keep);
  expect(kept.reference).toEqual({
    new: { id: 'new', takeId: 'take-1', region, name: 'Mira', createdAt: 7 },
  });
  expect(codeOf(() => after(keep, kept))).toBe('CONFLICT');
  const other = { ...inputs, id: 'other' };
  expect(codeOf(() => changeOf(kept, keep, other))).toBe('CONFLICT');
  for (const change of [{ region: null }, { name: 'Ben' }, { takeId: 'take-0' }])
    expect(Object.keys(changeOf(kept, { ...keep, ...change }, other).reference?.added ?? {})).toEqual([
      'other',
    ]);
  expect(codeOf(() => after({ ...keep, takeId: 'absent' }))).toBe('NOT_FOUND');
  expect(after({ type: 'drop-reference', referenceId: 'new' }, kept).reference).toEqual({});
  expect(codeOf(() => after({ type: 'drop-reference', referenceId: 'absent' }))).toBe('NOT_FOUND');
});

it('says whom it shows, and of which shot it is', () => {
  const drop = { type: 'drop-reference', referenceId: 'new' } as const;
  const absent = { ...drop, referenceId: 'absent' };
  const kept = after(keep);
  expect([keep, drop, absent].map((one) => labelOf(one, kept))).toEqual([
    'Keep a reference of Mira',
    'Remove a reference of Mira',
    'Remove a reference of ?',
  ]);
  expect([keep, drop, absent].map((one) => shotsOf(one, kept))).toEqual([['shot-1'], ['shot-1'], []]);
  expect(shotsOf({ ...keep, takeId: 'absent' }, kept)).toEqual([]);
});

it('orders with the sentence and what is to be looked like, all candidates alike', () => {
  const references = [{ takeId: 'take-1', region }];
  const approval = anApproval({ prompt: 'a girl' });
  const ordered = after({ ...approval, candidates: 2, instruction: 'Make it night.', references });
  expect(Object.values(ordered.request)).toMatchObject([
    { instruction: 'Make it night.', references },
    { instruction: 'Make it night.', references },
  ]);
  expect(Object.keys(Object.values(after(approval).request)[0] ?? {})).not.toContain('instruction');
  const absent = { ...approval, references: [{ takeId: 'absent', region: null }] };
  expect(codeOf(() => after(absent))).toBe('NOT_FOUND');
});
