/** How each command is called, and what of it is refused before it is run. */
import { codeOf } from '@testing/code-of.js';
import { aBoard, aDrawing, aFact, aNote } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { EMPTY_RECORDS, type Request } from '../records/index.js';
import {
  type Command,
  changeOf,
  command,
  inputsOf,
  labelOf,
  seedOf,
  sentCommand,
  shotsOf,
  whoOf,
} from './index.js';
import { namesOf, shotsTold } from './names.js';

const REQUEST = { id: 'r', shotId: 'shot-1', state: 'running' } as Request;
const board = {
  ...aBoard(8),
  request: { r: REQUEST },
  comment: { c: aNote('c', { shotId: 'shot-1' }) },
  reference: { kept: { id: 'kept', takeId: 'take-1', region: null, name: 'Mira', createdAt: 1 } },
};
const inputs = { id: 'new', at: 1000, who: 'Ada', generator: 'storybook', rounds: 2 };

const APPROVAL = {
  type: 'approve-suggestion',
  shotId: 'shot-0',
  takeId: 'take-0',
  prompt: 'a girl',
  negativePrompt: '',
  seed: 'keep',
  strength: null,
  acceptedEdits: [],
  edited: false,
};

const { id: noteId, state: _, ...SAID } = aNote('d');
const DRAWN = { id: 'f', figure: aDrawing('f', 'd').figure };
const ADDING = { type: 'add-comment', noteId, ...SAID };

const SHOWN = { takeId: 'take-1', region: { x: 0, y: 0.5, width: 1, height: 0.5 } };
const KEEPING = { type: 'keep-reference', ...SHOWN, name: 'Mira' };

/** A command with one field of it: a value that is taken, those that are refused. */
const FORMS: [label: string, command: object, field?: string, taken?: unknown, ...refused: unknown[]][] = [
  ['Approve shot 1', APPROVAL, 'prompt', 'x', ''],
  ['Approve shot 1', APPROVAL, 'seed', 'new', 'other', -1],
  ['Approve shot 1', APPROVAL, 'seed', '7', ''],
  ['Approve shot 1', APPROVAL, 'strength', 0, -0.1],
  ['Approve shot 1', APPROVAL, 'strength', 1, 1.1],
  ['Approve shot 1', APPROVAL, 'acceptedEdits', ['a'], [7]],
  ['Approve shot 1', APPROVAL, 'instruction', 'Make it night.', '', '  ', 'x'.repeat(2001)],
  ['Approve shot 1', APPROVAL, 'references', [SHOWN], [], [{ takeId: 'take-1' }], Array(5).fill(SHOWN)],
  ['Keep a reference of Mira', KEEPING, 'region', null, { x: 0, y: 0, width: 0, height: 1 }, undefined],
  ['Keep a reference of Mira', KEEPING, 'takeId', 'take-2', ''],
  ['Remove a reference of Mira', { type: 'drop-reference' }, 'referenceId', 'kept', ''],
  [
    'Approve shot 1 as it is',
    { type: 'approve-take', shotId: 'shot-0', takeId: 'take-0' },
    'takeId',
    'a',
    '',
  ],
  ['Reject shot 1', { type: 'reject', shotId: 'shot-0' }, 'reason', 'x'.repeat(500), 'x'.repeat(501)],
  ['Hold shot 1', { type: 'hold', shotId: 'shot-0' }, 'reason', '', 7],
  ['Ask for changes to shot 1', { type: 'needs-changes', shotId: 'shot-0' }, 'reason', '', null],
  ['Reset status of shot 1', { type: 'reset-status' }, 'shotId', 'shot-0', '../shot-0', ''],
  ['Dismiss finding on shot 1', { type: 'dismiss-finding', shotId: 'shot-0', key: 'k' }, 'reason', '', 7],
  ['Restore finding on shot 1', { type: 'restore-finding', shotId: 'shot-0' }, 'key', 'k', 7],
  ['Pick take 1 of shot 1', { type: 'pick-take', shotId: 'shot-0' }, 'takeId', 'take-0', ''],
  ['Pick take ? of shot 1', { type: 'pick-take', shotId: 'shot-0' }, 'takeId', 'take-1', ''],
  ['Edit description of shot 1', { type: 'edit-description', shotId: 'shot-0' }, 'description', '', null],
  ['Edit prompt of shot 1', { type: 'edit-prompt', shotId: 'shot-0', prompt: '' }, 'negativePrompt', '', 7],
  [
    'Edit note of shot 1',
    { type: 'set-note', shotId: 'shot-0' },
    'note',
    'x'.repeat(1e4),
    'x'.repeat(10_001),
  ],
  ['Take in comments on shot 1', ADDING, 'author', 'x'.repeat(100), ' ', 'x'.repeat(101)],
  ['Take in comments on shot 1', ADDING, 'text', 'x'.repeat(5000), 'x'.repeat(5001)],
  ['Take in comments on shot 1', ADDING, 'drawing', [DRAWN], [], [{ id: 'f' }], Array(201).fill(DRAWN)],
  ['Take in comments on shot 1', ADDING, 'sha256', null, 'abc', undefined],
  ['Take in comments on shot 1', ADDING, 'at', 0, -1, 'today'],
  ['Resolve a note on shot 2', { type: 'set-note-state', noteId: 'c' }, 'state', 'resolved', 'gone'],
  ['Dismiss a note on shot 2', { type: 'set-note-state', noteId: 'c' }, 'state', 'dismissed', ''],
  ['Reopen a note on shot 2', { type: 'set-note-state', noteId: 'c' }, 'state', 'open', null],
  ['Rate shot 1', { type: 'set-stars', shotId: 'shot-0' }, 'stars', 0, -1, 0.5],
  ['Rate shot 1', { type: 'set-stars', shotId: 'shot-0' }, 'stars', 5, 6],
  ['Set duration of shot 1', { type: 'set-duration', shotId: 'shot-0' }, 'seconds', 3600, 0, -1, 3601, '2'],
  ['Set duration of shot 1', { type: 'set-duration', shotId: 'shot-0' }, 'seconds', null, undefined],
  [
    'Rename scene Harbour to Mill',
    { type: 'name-scene', shotId: 'shot-0' },
    'scene',
    'Mill',
    '',
    ' ',
    'x'.repeat(201),
  ],
  ['Split scene Harbour before shot 2', { type: 'split-scene', shotId: 'shot-1' }, 'scene', 'Mill', '', null],
  ['Make scene 7 of shot 2', { type: 'make-scene', scene: '7' }, 'shotIds', ['shot-1'], [], 'shot-1'],
  [
    'Move shot 1 after shot 2',
    { type: 'move-shots', beside: 'shot-1', side: 'after' },
    'shotIds',
    ['shot-0'],
    [],
    'shot-0',
  ],
  [
    'Move 2 shots before shot 1',
    { type: 'move-shots', shotIds: ['shot-1', 'shot-2'], beside: 'shot-0' },
    'side',
    'before',
    'beside',
  ],
  ['Add claim to shot 1', { type: 'add-claim', shotId: 'shot-0', kind: 'text' }, 'text', 'x'.repeat(300), ''],
  [
    'Add claim to shot 1',
    { type: 'add-claim', shotId: 'shot-0', kind: 'text' },
    'text',
    'x',
    'x'.repeat(301),
  ],
  ['Edit claim of shot 1', { type: 'edit-claim', claimId: 'claim-0' }, 'weight', 10, 0, 10.1],
  ['Edit claim of shot 1', { type: 'edit-claim', claimId: 'claim-0' }, 'text', 'x', ''],
  ['Mute claim of shot 1', { type: 'edit-claim', claimId: 'claim-0' }, 'muted', true, 'yes'],
  ['Unmute claim of shot 1', { type: 'edit-claim', claimId: 'claim-0' }, 'muted', false, null],
  ['Edit claim of shot 1', { type: 'edit-claim', claimId: 'claim-0', muted: true }, 'text', 'x', ''],
  ['Remove claim from shot 1', { type: 'remove-claim' }, 'claimId', 'claim-0', ''],
  ['Edit canon: Mira', { type: 'put-fact' }, 'fact', aFact('fact-0'), {}],
  ['Add canon: Mira', { type: 'put-fact' }, 'fact', aFact('toString'), {}],
  ['Add canon: style', { type: 'put-fact' }, 'fact', { ...aFact('f'), name: '' }, {}],
  [
    'Change canon from shot 1 on: Mira',
    { type: 'change-fact', shotId: 'shot-0', statement: 'a girl' },
    'factId',
    'fact-0',
    '',
  ],
  [
    'End canon from shot 1 on: Mira',
    { type: 'change-fact', factId: 'fact-0', shotId: 'shot-0' },
    'statement',
    null,
    '',
  ],
  ['Remove canon: Mira', { type: 'remove-fact' }, 'factId', 'fact-0', ''],
  ['Remove canon: style', { type: 'remove-fact' }, 'factId', 'gone', ''],
  ['Cancel regeneration of shot 2', { type: 'cancel-request' }, 'requestId', 'r', ''],
  ['Regenerate shot 2 once more', { type: 'retry-request' }, 'requestId', 'r', ''],
  ['Move shot 2 in the queue', { type: 'move-request', beforeId: null }, 'requestId', 'r', ''],
  ['Keep the take of shot 1', { type: 'decline-candidates' }, 'shotId', 'shot-0', ''],
  ['Pause the queue', { type: 'pause-queue' }, 'paused', true, 'yes'],
  ['Let the queue go on', { type: 'pause-queue' }, 'paused', false, null],
  ['Approve shot 1', APPROVAL, 'candidates', 8, 0, 9, 1.5],
  ['Reject shot 1', { type: 'reject', shotId: 'shot-0', reason: '' }, 'byScore', 0.5, -0.1, 1.1],
  ['Reject shot 1', { type: 'reject', shotId: 'shot-0', reason: '' }, 'byScore', 0, null],
  ['Reject shot 1', { type: 'reject', shotId: 'shot-0', reason: '' }, 'byScore', 1, '1'],
  ['Rename to x', { type: 'rename' }, 'title', 'x', '', 'x'.repeat(201)],
];

describe('a command', () => {
  it.each(FORMS)('%s', (label, fields, field = '', taken, ...refused) => {
    const made = { ...fields, [field]: taken } as Command;
    expect(command.parse(made)).toEqual(made);
    expect(labelOf(made, board)).toBe(label);
    for (const value of refused) expect(command.safeParse({ ...fields, [field]: value }).success).toBe(false);
  });

  it('is about the shot of its claim or request, and about none where that is gone', () => {
    const about = (one: object) => shotsOf(one as Command, board);
    expect(about({ type: 'remove-claim', claimId: 'claim-3' })).toEqual(['shot-3']);
    expect(about({ type: 'edit-claim', claimId: 'gone' })).toEqual([]);
    expect(about({ type: 'cancel-request', requestId: 'r' })).toEqual(['shot-1']);
    expect(about({ type: 'cancel-request', requestId: 'gone' })).toEqual([]);
    expect(about({ type: 'set-note-state', noteId: 'gone' })).toEqual([]);
    expect(about({ type: 'rename', title: 'x' })).toEqual([]);
    expect(about({ type: 'pause-queue', paused: true })).toEqual([]);
  });

  it('changes the one record that it names', () => {
    const change = (one: object, records = board) => changeOf(records, one as Command, inputs);
    expect(change({ type: 'cancel-request', requestId: 'r' }).request?.updated.r?.[1]).toEqual({
      ...REQUEST,
      state: 'cancelled',
    });
    const removed = change({ type: 'remove-claim', claimId: 'claim-1' });
    expect(Object.keys(removed.claim?.updated ?? {})).toEqual(['claim-2']);
    const kept = change({ type: 'edit-claim', claimId: 'claim-1', text: 'the umbrella is red', weight: 2 });
    expect(kept.claim?.updated['claim-1']?.[1]).toMatchObject({ source: 'description', weight: 2 });
    expect(change(ADDING)).toEqual({ comment: { added: { d: aNote('d') }, updated: {}, removed: {} } });
    expect(codeOf(() => change({ ...ADDING, noteId: 'c' }))).toBe('CONFLICT');
    expect(codeOf(() => change({ ...ADDING, shotId: 'gone' }))).toBe('NOT_FOUND');
    expect(codeOf(() => change({ ...ADDING, text: '' }))).toBe('CONFLICT');
    expect(codeOf(() => change({ ...ADDING, sha256: null, drawing: [DRAWN] }))).toBe('CONFLICT');
    const settled = change({ type: 'set-note-state', noteId: 'c', state: 'resolved' });
    expect(settled.comment?.updated.c).toEqual([board.comment.c, { ...board.comment.c, state: 'resolved' }]);
    const untitled = { ...board, storyboard: EMPTY_RECORDS.storyboard };
    expect(codeOf(() => change({ type: 'rename', title: 'x' }, untitled))).toBe('NO_STORYBOARD');
  });
});

it('is sent under an id that can name records and files, with room for those of a bulk', () => {
  const isTaken = (id: string) =>
    sentCommand.safeParse({ id, at: 0, command: { type: 'rename', title: 'x' } }).success;
  const good = ['a', 'A-1_b', 'x'.repeat(48)];
  const bad = ['', 'a b', '../a', 'a.b', 'ä', 'a\n', 'x'.repeat(49)];
  expect([...good, ...bad].filter(isTaken)).toEqual(good);
});

it('shots are told by number, in story order, and counted where there are many', () => {
  const ids = (...numbers: number[]) => numbers.map((n) => `shot-${n}`);
  expect(shotsTold([], board)).toBe('the storyboard');
  expect(shotsTold(ids(3), board)).toBe('shot 4');
  expect(shotsTold(['gone'], board)).toBe('shot ?');
  expect(shotsTold(ids(3, 1), board)).toBe('2 shots');
  expect(namesOf(ids(3), board)).toBe('shot 4');
  expect(namesOf(ids(3, 1), board)).toBe('shots 2 and 4');
  expect(namesOf(ids(4, 3, 2, 1, 0), board)).toBe('shots 1, 2, 3, 4 and 5');
  expect(namesOf(ids(5, 4, 3, 2, 1, 0), board)).toBe('6 shots');
});

it('is signed with the artist’s name, or as the artist, under the settings as they are', () => {
  expect([whoOf({ artist: '' }), whoOf({ artist: 'Ada' })]).toEqual(['artist', 'Ada']);
  expect(inputsOf({ id: 'new', at: 1000 }, { artist: 'Ada', generator: 'storybook', rounds: 2 })).toEqual(
    inputs,
  );
});

it('draws the same seed from the same id in every version of the program', () => {
  expect(['', 'call-1', 'call-2'].map(seedOf)).toEqual(['2872998923', '2266776942', '2623257985']);
});
