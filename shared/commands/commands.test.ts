import { anApproval } from '@testing/approval.js';
import { codeOf } from '@testing/code-of.js';
import { drawCommand } from '@testing/commands.js';
import { aBoard, aFact, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContinuistError } from '../errors.js';
import {
  applyDiff,
  type Claim,
  type Records,
  type Request,
  recordsDiff,
  reverseDiff,
  shotsInOrder,
} from '../records/index.js';
import {
  type Command,
  changeOf,
  type Inputs,
  labelOf,
  type Single,
  seedOf,
  sentCommand,
  shotsOf,
  takesOfCommand,
} from './index.js';

const inputs: Inputs = { id: 'new', at: 1000, who: 'Ada', generator: 'storybook', rounds: 2 };

const board = aBoard(4);
const apply = (command: Command, records: Records = board, over: Partial<Inputs> = {}) =>
  applyDiff(records, changeOf(records, command, { ...inputs, ...over }));

const approval = anApproval({
  shotId: 'shot-1',
  takeId: 'take-1',
  negativePrompt: 'blue',
  strength: 0.4,
  acceptedEdits: ['front'],
});

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
      setId: null,
      declined: false,
      position: 1000,
      createdAt: 1000,
    },
  ]);
  expect(after.take).toBe(board.take);
});

test('words changed by hand are an edit; a new or given seed is taken', () => {
  const after = apply({ ...approval, seed: 'new', edited: true });
  expect(decisions(after)[0]?.kind).toBe('edit');
  expect(onlyRequest(after)?.seed).toBe(seedOf('new'));
  expect(onlyRequest(apply({ ...approval, seed: '7' }))?.seed).toBe('7');
  const unknown = { ...board, take: { ...board.take, 'take-1': { ...aTake(1), seed: null } } };
  expect(onlyRequest(apply(approval, unknown))?.seed).toBe(seedOf('new'));
});

test('without a generator the order still waits', () => {
  const after = apply(approval, board, { generator: 'none', rounds: 1 });
  expect(onlyRequest(after)).toMatchObject({ generator: 'none', state: 'queued' });
});

test('a shot is regenerated no more often than the settings allow; cancelled rounds do not count', () => {
  const once = apply(approval);
  const twice = apply(approval, once, { id: 'second' });
  expect(onlyRequest(twice)?.round).toBe(2);
  expect(codeOf(() => apply(approval, twice, { id: 'third' }))).toBe('LIMIT_REACHED');
  const requestId = onlyRequest(twice)?.id ?? '';
  expect(
    codeOf(() => apply(approval, apply({ type: 'cancel-request', requestId }, twice), { id: 'third' })),
  ).toBe('none');
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
  const reset = apply({ type: 'reset-status', shotId: 'shot-0' }, after, { id: 'later' });
  expect(reset.shot['shot-0']?.status).toBe('pending');
  expect(decisions(reset).map((d) => d.kind)).toEqual([kind, 'reset']);
});

test('a finding is dismissed once and restored whole', () => {
  const dismiss = { type: 'dismiss-finding', shotId: 'shot-0', key: 'blur:shot-0', reason: 'meant' } as const;
  const twice = apply({ ...dismiss, reason: 'fog' }, apply(dismiss), { id: 'again' });
  expect(decisions(twice)).toMatchObject([{ kind: 'dismiss', findingKey: 'blur:shot-0', reason: 'fog' }]);
  const restore = { type: 'restore-finding', shotId: 'shot-0', key: 'blur:shot-0' } as const;
  expect(apply(restore, twice)).toEqual(board);
  expect(codeOf(() => apply(restore))).toBe('NOT_FOUND');
});

test('dismissing and restoring touch the one finding of the one shot', () => {
  const finding = (shotId: string, key: string) => ({ shotId, key, reason: '' });
  let records = apply({ type: 'hold', shotId: 'shot-0', reason: '' }, board, { id: 'held' });
  for (const [n, of] of [
    finding('shot-0', 'blur'),
    finding('shot-0', 'noise'),
    finding('shot-1', 'blur'),
  ].entries())
    records = apply({ type: 'dismiss-finding', ...of }, records, { id: `dismissed-${n}` });
  const ids = (after: Records) => Object.keys(after.decision).sort();
  expect(ids(records)).toEqual(['dismissed-0', 'dismissed-1', 'dismissed-2', 'held']);
  const restored = apply({ type: 'restore-finding', shotId: 'shot-0', key: 'blur' }, records);
  expect(ids(restored)).toEqual(['dismissed-1', 'dismissed-2', 'held']);
});

test('editing a description leaves its claims to the program', () => {
  const after = apply({ type: 'edit-description', shotId: 'shot-2', description: 'fog' });
  expect(after.shot['shot-2']?.description).toBe('fog');
  expect(after.claim).toBe(board.claim);
});

test('claims of the artist are added, edited, muted and removed', () => {
  const added = apply({ type: 'add-claim', shotId: 'shot-0', kind: 'count', text: 'two gulls' });
  expect(added.claim.new).toMatchObject({
    source: 'artist',
    span: null,
    text: 'two gulls',
    weight: 1,
    negated: false,
    muted: false,
    parents: [],
  });
  const muted = apply({ type: 'edit-claim', claimId: 'claim-1', muted: true, weight: 2 });
  expect(muted.claim['claim-1']).toMatchObject({ source: 'description', muted: true, weight: 2 });
  const edited = apply({ type: 'edit-claim', claimId: 'claim-1', text: 'the umbrella is open' });
  expect(edited.claim['claim-1']).toMatchObject({ source: 'artist', span: [17, 31] });
  const both = { ...(board.claim['claim-2'] as Claim), parents: ['claim-0', 'claim-1'] };
  const removed = apply(
    { type: 'remove-claim', claimId: 'claim-1' },
    { ...board, claim: { ...board.claim, 'claim-2': both } },
  );
  expect(removed.claim['claim-1']).toBeUndefined();
  expect(removed.claim['claim-2']?.parents).toEqual(['claim-0']);
});

test('canon, title, marks and picks', () => {
  expect(apply({ type: 'put-fact', fact: aFact('f') }).fact.f).toEqual(aFact('f'));
  expect(apply({ type: 'remove-fact', factId: 'fact-0' }).fact).toEqual({});
  expect(apply({ type: 'rename', title: 'Pier' }).storyboard.board?.title).toBe('Pier');
  expect(apply({ type: 'set-note', shotId: 'shot-0', note: 'n' }).shot['shot-0']?.note).toBe('n');
  expect(apply({ type: 'set-stars', shotId: 'shot-0', stars: 4 }).shot['shot-0']?.stars).toBe(4);
  const timed = apply({ type: 'set-duration', shotId: 'shot-0', seconds: 1.5 });
  expect(timed.shot['shot-0']?.duration).toBe(1.5);
  expect(codeOf(() => apply({ type: 'pick-take', shotId: 'shot-0', takeId: 'take-1' }))).toBe('NOT_FOUND');
});

test('a request that ended is not cancelled', () => {
  const [request] = Object.values(apply(approval).request);
  if (!request) throw new Error('no request');
  const ended = { ...board, request: { [request.id]: { ...request, state: 'done' as const } } };
  expect(codeOf(() => apply({ type: 'cancel-request', requestId: request.id }, ended))).toBe('CONFLICT');
});

test('what was approved elsewhere is ordered at a yes, as the shot’s next round', () => {
  const elsewhere = (records: Records): Records => {
    const [request] = Object.values(records.request);
    if (!request) throw new Error('no request');
    const found = {
      ...request,
      state: 'elsewhere' as const,
      handle: { output: 'x' },
      approvedBy: 'automatic' as const,
    };
    return { ...records, request: { [request.id]: found } };
  };
  const received = elsewhere(apply(approval));
  const [{ id: requestId }] = Object.values(received.request) as [Request];
  const yes: Command = { type: 'approve-again', requestId };
  const after = apply(yes, received, { id: 'yes', at: 2000 });
  expect(Object.values(after.request)).toEqual([
    {
      ...apply(approval).request[requestId],
      state: 'queued',
      handle: null,
      approvedBy: 'artist',
      position: 2000,
      createdAt: 2000,
    },
  ]);
  expect(after.decision.yes).toMatchObject({ kind: 'approve', prompt: 'RED umbrella', who: 'Ada', at: 2000 });
  expect(codeOf(() => apply(yes, after, { id: 'twice' }))).toBe('CONFLICT');
  expect(apply({ type: 'cancel-request', requestId }, received).request[requestId]?.state).toBe('cancelled');
  // It took none of the shot's rounds until then.
  const twice = apply(approval, apply(approval, received, { id: 'a' }), { id: 'b' });
  expect(codeOf(() => apply(yes, twice, { id: 'yes' }))).toBe('LIMIT_REACHED');
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
  { type: 'set-duration', shotId: 'x', seconds: null },
  { type: 'name-scene', shotId: 'x', scene: 'Mill' },
  { type: 'split-scene', shotId: 'x', scene: 'Mill' },
  { type: 'join-scenes', shotId: 'x' },
  { type: 'make-scene', shotIds: ['x'], scene: 'Mill' },
  { type: 'move-shots', shotIds: ['shot-0', 'x'], beside: 'shot-1', side: 'after' },
  { type: 'move-shots', shotIds: ['shot-0'], beside: 'x', side: 'after' },
  { type: 'remove-fact', factId: 'x' },
  { type: 'cancel-request', requestId: 'x' },
  { type: 'approve-again', requestId: 'x' },
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

const bulkOf = (...commands: Single[]): Command => ({ type: 'bulk', commands });

test('several commands are one: each makes its own records, and later ones see what earlier ones made', () => {
  const hold: Single = { type: 'hold', shotId: 'shot-0', reason: 'light' };
  const after = apply(
    bulkOf(approval, hold, { ...approval, shotId: 'shot-1' }, { type: 'rename', title: 'Pier' }),
  );
  expect(shotsInOrder(after).map(({ status }) => status)).toEqual([
    'on-hold',
    'approved',
    'pending',
    'pending',
  ]);
  expect(Object.values(after.request).map(({ round }) => round)).toEqual([1, 2]);
  expect(new Set(Object.values(after.request).map(({ seed }) => seed)).size).toBe(1);
  const fresh = apply(bulkOf({ ...approval, seed: 'new' }, { ...approval, seed: 'new' }));
  expect(new Set(Object.values(fresh.request).map(({ seed }) => seed)).size).toBe(2);
  expect(
    decisions(after)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['approve', 'approve', 'hold']);
  expect(after.storyboard.board?.title).toBe('Pier');
});

test('of several commands all are done or none, and the message names every shot that stood in the way', () => {
  const full = apply(approval, apply(approval), { id: 'second' });
  const other = (shotId: string, takeId: string): Single => ({ ...approval, shotId, takeId });
  const run =
    (...commands: Single[]) =>
    () =>
      apply(bulkOf(...commands), full, { id: 'third' });
  expect(run(other('shot-0', 'take-0'), approval, other('shot-2', 'take-2'))).toThrow(
    'Nothing was changed because of shot 2. This shot has reached its limit of regenerations: shot 2, 2 of 2',
  );
  expect(codeOf(run(other('shot-0', 'take-0'), approval))).toBe('LIMIT_REACHED');
  expect(run(other('shot-3', 'take-0'), approval, other('shot-0', 'take-1'))).toThrow(
    'Nothing was changed because of shots 1, 2 and 4. That no longer exists',
  );
  expect(run({ type: 'remove-fact', factId: 'x' })).toThrow(/^That no longer exists in this review: fact$/);
});

test('several commands have one name', () => {
  const take = (n: number): Single => ({ type: 'approve-take', shotId: `shot-${n}`, takeId: `take-${n}` });
  const label = (...commands: Single[]) => labelOf(bulkOf(...commands), board);
  expect(label(approval)).toBe('Approve shot 2');
  expect(label(take(0), take(1), take(2))).toBe('Approve 3 shots as they are');
  expect(label(take(0), approval)).toBe('Approve 2 shots');
  expect(label(approval, take(0))).toBe('Approve 2 shots');
  expect(label(take(0), { type: 'reject', shotId: 'shot-1', reason: '' })).toBe('Change 2 shots');
  expect(
    label(
      { type: 'set-stars', shotId: 'shot-0', stars: 1 },
      { type: 'set-note', shotId: 'shot-0', note: 'n' },
    ),
  ).toBe('Change shot 1');
  expect(label({ type: 'rename', title: 'Pier' }, { type: 'remove-fact', factId: 'fact-0' })).toBe(
    'Change the storyboard',
  );
});

test('the shots that a command is about are named, also where it names a claim or a request', () => {
  const after = apply(approval);
  expect(shotsOf(approval, after)).toEqual(['shot-1']);
  expect(shotsOf({ type: 'remove-claim', claimId: 'claim-3' }, after)).toEqual(['shot-3']);
  expect(shotsOf({ type: 'edit-claim', claimId: 'x' }, after)).toEqual([]);
  expect(shotsOf({ type: 'cancel-request', requestId: 'new' }, after)).toEqual(['shot-1']);
  expect(shotsOf({ type: 'rename', title: 'Pier' }, after)).toEqual([]);
  const twice: Single = { type: 'hold', shotId: 'shot-2', reason: '' };
  expect(shotsOf(bulkOf(twice, approval, twice), after)).toEqual(['shot-2', 'shot-1']);
});

test('a command changes the records it is given in no way, and is the same every time', () => {
  fc.assert(
    fc.property(fc.array(drawCommand, { minLength: 1, maxLength: 8 }), (draws) => {
      let records: Records = board;
      draws.forEach((draw, index) => {
        const command = JSON.parse(JSON.stringify(draw(records)));
        const before = structuredClone(records);
        const own = { ...inputs, id: `call-${index}` };
        const made = () => {
          try {
            return changeOf(records, command, own);
          } catch (thrown) {
            if (thrown instanceof ContinuistError) return thrown.code;
            throw thrown;
          }
        };
        const change = made();
        expect(records).toEqual(before);
        expect(made()).toEqual(change);
        if (typeof change === 'string') return;
        expect(recordsDiff.parse(change)).toEqual(change);
        const after = applyDiff(records, change);
        expect(applyDiff(after, reverseDiff(change))).toEqual(records);
        records = after;
        expect(shotsInOrder(records).map(({ position }) => position)).toEqual([0, 1, 2, 3]);
      });
    }),
    { numRuns: 200 },
  );
});

test('a record never takes the place of another', () => {
  expect(codeOf(() => apply(approval, apply(approval)))).toBe('CONFLICT');
});

test('seeds fit every generator and have nothing in common for ids that are nearly the same', () => {
  const seeds = Array.from({ length: 4096 }, (_, n) => Number(seedOf(`call-${n}`)));
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
  expect(new Set(seeds).size).toBe(seeds.length);
  for (let bit = 0; bit < 32; bit++) {
    const ones = seeds.filter((seed) => Math.floor(seed / 2 ** bit) % 2 === 1).length;
    // Six standard deviations of as many tosses of a coin.
    expect(Math.abs(ones - 2048)).toBeLessThan(6 * 32);
  }
});

test('what is sent is checked: ids that cannot be part of a file name, several in several, unknown kinds', () => {
  const hold = { type: 'hold', shotId: 'shot-0', reason: '' };
  const sent = (over: object) =>
    sentCommand.safeParse({ id: 'call', at: 1000, command: hold, ...over }).success;
  expect(sent({})).toBe(true);
  expect(sent({ command: { type: 'bulk', commands: [hold] } })).toBe(true);
  expect(sent({ command: { type: 'bulk', commands: [] } })).toBe(false);
  expect(sent({ command: { type: 'bulk', commands: [{ type: 'bulk', commands: [hold] }] } })).toBe(false);
  expect(sent({ command: { type: 'explode' } })).toBe(false);
  for (const id of ['', '../call', 'a/b', 'a\\b', 'x'.repeat(49)]) expect(sent({ id })).toBe(false);
  expect(sent({ at: -1 })).toBe(false);
});

test('is about the pictures of its shots, and those that it names however deep in it', () => {
  const about = (command: Command) => takesOfCommand(command, board).sort();
  const example = { type: 'mark-style', on: true, takeId: 'take-3' } as const;
  expect(about({ type: 'hold', shotId: 'shot-1', reason: 'take-2 of it' })).toEqual(['take-1']);
  expect(about(example)).toEqual(['take-3']);
  expect(about({ type: 'pick-take', shotId: 'shot-1', takeId: 'take-2' })).toEqual(['take-1', 'take-2']);
  expect(
    about({ type: 'bulk', commands: [example, { type: 'hold', shotId: 'shot-0', reason: '' }] }),
  ).toEqual(['take-0', 'take-3']);
  expect(about({ ...example, takeId: 'gone' })).toEqual([]);
});
