import type { Command } from '@shared/commands/index.js';
import { type Records, shotsInOrder } from '@shared/records/index.js';
import { expect, test } from 'vitest';
import { aBoard, aFact, aTake } from '../testing/board.js';
import { codeOf } from '../testing/code-of.js';
import type { CommandOf } from './context.js';
import { applyCommand, type CommandContext, labelOf } from './index.js';

const context = (over: Partial<CommandContext> = {}): CommandContext => {
  let ids = 0;
  return {
    newId: () => `new-${ids++}`,
    newSeed: () => '42',
    now: () => 1000,
    who: 'Ada',
    approvedBy: 'artist',
    settings: { generator: 'storybook', rounds: 2 },
    ...over,
  };
};

const board = aBoard(4);
const apply = (command: Command, records: Records = board, over: Partial<CommandContext> = {}) =>
  applyCommand(records, command, context(over));

const approval: CommandOf<'approve-suggestion'> = {
  type: 'approve-suggestion',
  shotId: 'shot-1',
  takeId: 'take-1',
  prompt: 'RED umbrella',
  negativePrompt: 'blue',
  seed: 'keep',
  strength: 0.4,
  acceptedEdits: ['front'],
  edited: false,
};

const onlyRequest = (records: Records) => Object.values(records.request).at(-1);
const decisions = (records: Records) => Object.values(records.decision);

test('approving a suggestion approves the shot, keeps the words, notes the decision and orders one round', () => {
  const after = apply(approval);
  expect(after.shot['shot-1']).toMatchObject({
    status: 'approved',
    prompt: 'RED umbrella',
    negativePrompt: 'blue',
  });
  expect(decisions(after)).toMatchObject([
    {
      kind: 'approve',
      takeId: 'take-1',
      prompt: 'RED umbrella',
      acceptedEdits: ['front'],
      who: 'Ada',
      at: 1000,
    },
  ]);
  expect(Object.values(after.request)).toMatchObject([
    {
      shotId: 'shot-1',
      fromTakeId: 'take-1',
      prompt: 'RED umbrella',
      seed: '18446744073709551615',
      strength: 0.4,
      generator: 'storybook',
      round: 1,
      approvedBy: 'artist',
      state: 'queued',
      createdAt: 1000,
    },
  ]);
  expect(after.take).toBe(board.take);
});

test('words changed by hand are an edit; a new or given seed is taken; automatic approval is told apart', () => {
  const after = apply({ ...approval, seed: 'new', edited: true }, board, { approvedBy: 'automatic' });
  expect(decisions(after)[0]?.kind).toBe('edit');
  expect(onlyRequest(after)).toMatchObject({ seed: '42', approvedBy: 'automatic' });
  expect(onlyRequest(apply({ ...approval, seed: '7' }))?.seed).toBe('7');
  const unknown = { ...board, take: { ...board.take, 'take-1': { ...aTake(1), seed: null } } };
  expect(onlyRequest(apply(approval, unknown))?.seed).toBe('42');
});

test('without a generator the order still waits', () => {
  const after = apply(approval, board, { settings: { generator: 'none', rounds: 1 } });
  expect(onlyRequest(after)).toMatchObject({ generator: 'none', state: 'queued' });
});

test('a shot is regenerated no more often than the settings allow; cancelled rounds do not count', () => {
  const once = apply(approval);
  const twice = apply(approval, once, { newId: () => crypto.randomUUID() });
  expect(onlyRequest(twice)?.round).toBe(2);
  expect(codeOf(() => apply(approval, twice))).toBe('LIMIT_REACHED');
  const requestId = onlyRequest(twice)?.id ?? '';
  expect(codeOf(() => apply(approval, apply({ type: 'cancel-request', requestId }, twice)))).toBe('none');
});

test('approving a take picks it and orders nothing', () => {
  const more = { ...board, take: { ...board.take, extra: { ...aTake(1), id: 'extra' } } };
  const after = apply({ type: 'approve-take', shotId: 'shot-1', takeId: 'extra' }, more);
  expect(after.shot['shot-1']).toMatchObject({ status: 'approved', pickId: 'extra' });
  expect(decisions(after)).toMatchObject([{ kind: 'approve', takeId: 'extra', prompt: null }]);
  expect(after.request).toEqual({});
});

test.each([
  ['reject', 'rejected', 'reject'],
  ['hold', 'on-hold', 'hold'],
  ['needs-changes', 'needs-changes', 'needs-changes'],
] as const)('%s sets the status and notes why', (type, status, kind) => {
  const after = apply({ type, shotId: 'shot-0', reason: 'hands' });
  expect(after.shot['shot-0']?.status).toBe(status);
  expect(decisions(after)).toMatchObject([{ kind, reason: 'hands', takeId: 'take-0' }]);
  const reset = apply({ type: 'reset-status', shotId: 'shot-0' }, after, { newId: () => 'later' });
  expect(reset.shot['shot-0']?.status).toBe('pending');
  expect(decisions(reset).map((d) => d.kind)).toEqual([kind, 'reset']);
});

test('a finding is dismissed once and restored whole', () => {
  const dismiss = { type: 'dismiss-finding', shotId: 'shot-0', key: 'blur:shot-0', reason: 'meant' } as const;
  const twice = apply({ ...dismiss, reason: 'fog' }, apply(dismiss));
  expect(decisions(twice)).toMatchObject([{ kind: 'dismiss', findingKey: 'blur:shot-0', reason: 'fog' }]);
  const restore = { type: 'restore-finding', shotId: 'shot-0', key: 'blur:shot-0' } as const;
  expect(apply(restore, twice)).toEqual(board);
  expect(codeOf(() => apply(restore))).toBe('NOT_FOUND');
});

test('editing a description leaves its claims to the program', () => {
  const after = apply({ type: 'edit-description', shotId: 'shot-2', description: 'fog' });
  expect(after.shot['shot-2']?.description).toBe('fog');
  expect(after.claim).toBe(board.claim);
});

test('claims of the artist are added, edited, muted and removed', () => {
  const added = apply({ type: 'add-claim', shotId: 'shot-0', kind: 'count', text: 'two gulls' });
  expect(added.claim['new-0']).toMatchObject({ source: 'artist', span: null, text: 'two gulls', weight: 1 });
  const muted = apply({ type: 'edit-claim', claimId: 'claim-1', muted: true, weight: 2 });
  expect(muted.claim['claim-1']).toMatchObject({ source: 'description', muted: true, weight: 2 });
  const edited = apply({ type: 'edit-claim', claimId: 'claim-1', text: 'the umbrella is open' });
  expect(edited.claim['claim-1']).toMatchObject({ source: 'artist', span: [17, 31] });
  const removed = apply({ type: 'remove-claim', claimId: 'claim-1' });
  expect(removed.claim['claim-1']).toBeUndefined();
  expect(removed.claim['claim-2']?.parents).toEqual([]);
});

test.each([
  [0, 2, ['shot-1', 'shot-2', 'shot-0', 'shot-3']],
  [3, 0, ['shot-3', 'shot-0', 'shot-1', 'shot-2']],
  [1, 99, ['shot-0', 'shot-2', 'shot-3', 'shot-1']],
  [2, 2, ['shot-0', 'shot-1', 'shot-2', 'shot-3']],
])('moving shot %i to %i keeps positions dense', (from, position, order) => {
  const after = apply({ type: 'move-shot', shotId: `shot-${from}`, position });
  expect(shotsInOrder(after).map((shot) => shot.id)).toEqual(order);
  expect(shotsInOrder(after).map((shot) => shot.position)).toEqual([0, 1, 2, 3]);
});

test('canon, title, marks and picks', () => {
  expect(apply({ type: 'put-fact', fact: aFact('f') }).fact.f).toEqual(aFact('f'));
  expect(apply({ type: 'remove-fact', factId: 'fact-0' }).fact).toEqual({});
  expect(apply({ type: 'rename', title: 'Pier' }).storyboard.board?.title).toBe('Pier');
  expect(apply({ type: 'set-note', shotId: 'shot-0', note: 'n' }).shot['shot-0']?.note).toBe('n');
  expect(apply({ type: 'set-stars', shotId: 'shot-0', stars: 4 }).shot['shot-0']?.stars).toBe(4);
  expect(codeOf(() => apply({ type: 'pick-take', shotId: 'shot-0', takeId: 'take-1' }))).toBe('NOT_FOUND');
});

test('a request that ended is not cancelled', () => {
  const [request] = Object.values(apply(approval).request);
  if (!request) throw new Error('no request');
  const ended = { ...board, request: { [request.id]: { ...request, state: 'done' as const } } };
  expect(codeOf(() => apply({ type: 'cancel-request', requestId: request.id }, ended))).toBe('CONFLICT');
});

const unknown: Command[] = [
  { ...approval, shotId: 'x' },
  { ...approval, takeId: 'take-2' },
  { type: 'approve-take', shotId: 'shot-0', takeId: 'x' },
  { type: 'reject', shotId: 'toString', reason: '' },
  { type: 'hold', shotId: 'x', reason: '' },
  { type: 'needs-changes', shotId: 'x', reason: '' },
  { type: 'reset-status', shotId: 'x' },
  { type: 'dismiss-finding', shotId: 'x', key: 'k', reason: '' },
  { type: 'restore-finding', shotId: 'x', key: 'k' },
  { type: 'pick-take', shotId: 'x', takeId: 'take-0' },
  { type: 'edit-description', shotId: 'x', description: '' },
  { type: 'edit-prompt', shotId: 'x', prompt: '', negativePrompt: '' },
  { type: 'add-claim', shotId: 'x', kind: 'entity', text: 't' },
  { type: 'edit-claim', claimId: 'x' },
  { type: 'remove-claim', claimId: 'x' },
  { type: 'set-note', shotId: 'x', note: '' },
  { type: 'set-stars', shotId: 'x', stars: 1 },
  { type: 'move-shot', shotId: 'x', position: 0 },
  { type: 'remove-fact', factId: 'x' },
  { type: 'cancel-request', requestId: 'x' },
];
test.each(unknown)('$type of something that is not there is NOT_FOUND', (command) => {
  expect(codeOf(() => apply(command))).toBe('NOT_FOUND');
});

test('labels say what is done to which shot', () => {
  const label = (command: Command) => labelOf(command, board);
  expect(label(approval)).toBe('Approve shot 2');
  expect(label({ type: 'edit-description', shotId: 'shot-0', description: '' })).toBe(
    'Edit description of shot 1',
  );
  expect(label({ type: 'edit-claim', claimId: 'claim-3', muted: true })).toBe('Mute claim of shot 4');
  expect(label({ type: 'edit-claim', claimId: 'claim-3', text: 'x', muted: true })).toBe(
    'Edit claim of shot 4',
  );
  expect(label({ type: 'pick-take', shotId: 'shot-1', takeId: 'take-1' })).toBe('Pick take 1 of shot 2');
  expect(label({ type: 'put-fact', fact: aFact('fact-0') })).toBe('Edit canon: Mira');
  expect(label({ type: 'put-fact', fact: aFact('other') })).toBe('Add canon: Mira');
  expect(label({ type: 'rename', title: 'Pier' })).toBe('Rename to Pier');
});
