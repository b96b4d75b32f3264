import { codeOf } from '@testing/code-of.js';
import { aBoard, aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { shotOutOfDate, shotParts } from '../out-of-date/index.js';
import { applyDiff, type Records, type Request, reverseDiff, type Shot } from '../records/index.js';
import { pickNear } from './first-picture.js';
import { type Command, changeOf, type Inputs, labelOf } from './index.js';

const INPUTS: Inputs = { id: 'order', at: 5, who: 'Ada', generator: 'comfyui', rounds: 3 };
const ran = (records: Records, command: Command): Records =>
  applyDiff(records, changeOf(records, command, INPUTS));
const order: Command = { type: 'order-first-picture', shotId: 'new' };
const withNew = (description: string, beside = 'shot-1'): Records =>
  ran(aBoard(3), { type: 'add-shot', shotId: 'new', beside, side: 'after', description });
const why = (records: Records) => {
  const parts = shotParts(records, 'new');
  return parts && shotOutOfDate(parts);
};

describe('the first picture of a shot', () => {
  it('is ordered from its words alone, with a seed of its own, as its neighbour’s is made', () => {
    const after = ran(withNew('a mule'), order);
    const [request] = Object.values(after.request);
    expect(request).toMatchObject({
      id: 'order',
      shotId: 'new',
      fromTakeId: 'take-1',
      prompt: 'a mule',
      strength: null,
      mask: null,
      generator: 'comfyui',
      round: 1,
      setId: null,
      declined: false,
      approvedBy: 'artist',
      state: 'queued',
      handle: null,
      resultTakeId: null,
      error: null,
      basis: { picture: null },
    });
    expect(request?.seed).not.toBe(after.take['take-1']?.seed);
    expect(after.shot.new).toMatchObject({ status: 'approved', pickId: null });
    expect(Object.values(after.decision)).toMatchObject([{ kind: 'approve', shotId: 'new', takeId: null }]);
    expect(labelOf(order, withNew('a mule'))).toBe('Order the first picture of shot 2A');
    const change = changeOf(withNew('a mule'), order, INPUTS);
    expect(applyDiff(applyDiff(withNew('a mule'), change), reverseDiff(change))).toEqual(withNew('a mule'));
  });

  it('waits for another look where its words change after that, and counts once it is there', () => {
    const ordered = ran(withNew('a mule'), order);
    expect(why(ordered)).toBeNull();
    const other = ran(ordered, { type: 'edit-description', shotId: 'new', description: 'a fox' });
    expect(why(other)).toBe('The description changed after you approved this. Look again.');
    const made = { ...aTake(8), id: 'made', shotId: 'new' };
    const request = { ...(ordered.request.order as Request), state: 'done' as const, resultTakeId: 'made' };
    const origin = { kind: 'regenerated', fromTakeId: 'take-1', requestId: 'order' } as const;
    const there: Records = {
      ...ordered,
      take: { ...ordered.take, made: { ...made, origin } },
      request: { order: request },
      shot: {
        ...ordered.shot,
        new: { ...(ordered.shot.new as Shot), pickId: 'made', status: 'pending' },
      },
    };
    expect(why(there)).toBeNull();
  });

  it.each([
    ['without a prompt', withNew('  ')],
    ['that has one', ran(aBoard(1), { type: 'double-shots', shotIds: ['shot-0'], copyIds: ['new'] })],
    ['where no other shot has one', { ...withNew('a mule'), take: {} }],
  ])('is refused of a shot %s', (_what, records) => {
    expect(codeOf(() => ran(records, order))).toBe('CONFLICT');
  });

  it('is as often ordered as the limit says', () => {
    const [first] = Object.values(ran(withNew('a mule'), order).request);
    const used = { ...withNew('a mule'), request: { first: { ...(first as Request), id: 'first' } } };
    expect(codeOf(() => changeOf(used, order, { ...INPUTS, rounds: 1 }))).toBe('LIMIT_REACHED');
  });
});

describe('the pick near a shot', () => {
  it.each([
    ['before it', {}, 'take-1'],
    ['before it, where that of the first cannot be read', { 'take-0': 'broken' }, 'take-1'],
    ['behind it where that before cannot be read', { 'take-1': 'broken' }, 'take-2'],
    ['farther away', { 'take-1': 'broken', 'take-2': 'broken' }, 'take-0'],
    ['of none', { 'take-0': 'broken', 'take-1': 'broken', 'take-2': 'broken' }, undefined],
  ])('is that %s', (_where, broken: Record<string, string>, expected) => {
    const records = withNew('a mule');
    const take = Object.fromEntries(
      Object.values(records.take).map((one) => [one.id, { ...one, unreadable: broken[one.id] ?? null }]),
    );
    expect(pickNear({ ...records, take }, records.shot.new as Shot)?.id).toBe(expected);
  });
});
