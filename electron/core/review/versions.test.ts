import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Command, Single } from '@shared/commands/index.js';
import { shotOutOfDate, shotParts } from '@shared/out-of-date/index.js';
import {
  applyDiff,
  EMPTY_RECORDS,
  type Fact,
  NO_PARTS,
  type Records,
  type Request,
  type Row,
  reverseDiff,
  shotsInOrder,
  shotsInPlay,
  TABLE_NAMES,
} from '@shared/records/index.js';
import { anApproval } from '@testing/approval.js';
import { aBoard, aNote, aPortrait } from '@testing/records.js';
import { expect, test } from 'vitest';
import { MIGRATIONS, migrate } from './migrations.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

/** Lays a kept review into the folder `name`, as another program left it there, and gives its path. */
function laid(file: string, name = 'board'): string {
  const bytes = readFileSync(fileURLToPath(new URL(`testing/files/${file}.gz`, import.meta.url)));
  const folder = join(desk.root, name, '.continuist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'review.sqlite'), gunzipSync(bytes));
  return join(folder, 'review.sqlite');
}

function rowsOf(file: string): Record<string, Record<string, Row>> {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = (table: string): { id: string; json: string }[] =>
    db.prepare(`SELECT id, json FROM ${table}`).all();
  const there = (table: string) =>
    db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
  const all = TABLE_NAMES.filter(there).map((table) => [
    table,
    Object.fromEntries(rows(table).map(({ id, json }) => [id, JSON.parse(json)])),
  ]);
  db.close();
  return Object.fromEntries(all);
}

const versionOf = (file: string): number => {
  const db = new DatabaseSync(file, { readOnly: true });
  const { user_version }: { user_version: number } = db.prepare('PRAGMA user_version').get();
  db.close();
  return user_version;
};

/** Nothing was drawn. */
const undrawn = { drawing: {} };

/** Nobody corrected what an eye saw. */
const uncorrected = { correction: {}, ...undrawn };

/** Nothing was marked as in a brand's style. */
const unbranded = { styleExample: {}, brand: {}, ...uncorrected };

/** No filter had a name. */
const unfiltered = { savedFilter: {}, ...unbranded };

/** The source's cast had no pictures. */
const uncast = { portrait: {}, ...unfiltered };

/** Nothing was kept to look like. */
const unreferred = { reference: {}, ...uncast };

/** Nothing was said of the queue, and no automatic run was kept. */
const unqueued = { queue: {}, run: {}, ...unreferred };

/** How a request of an earlier version stands in the queue. */
const inQueue = (row: Row): Row => ({ ...row, setId: null, declined: false, position: row.createdAt });

/** In earlier versions takes do not say how they were made, and nobody commented. */
const unmade = ({ take, ...rest }: Record<string, Record<string, Row>>) => ({
  ...rest,
  comment: {},
  ...unqueued,
  take: Object.fromEntries(Object.entries(take ?? {}).map(([id, row]) => [id, { ...row, made: null }])),
});

/** The numbers of a fact's first and last shot. */
const boundsOf = ({ firstShotId, lastShotId }: Fact, { shot }: Records) =>
  [firstShotId, lastShotId].map((id) => id && shot[id]?.number);

test('a review of version 1 opens with all that is in it, and its facts hold for the shots they were said of', () => {
  const file = laid('review-1.sqlite');
  const before = rowsOf(file);
  const review = desk.open();
  expect(review.readOnly).toBeNull();
  expect(review.skipped).toEqual([]);
  const { fact, claim, request, ...rest } = review.records;
  const { fact: facts, claim: claims, request: requests, ...others } = before;
  expect(rest).toEqual(unmade(others));
  expect(Object.keys(requests ?? {}).length).toBeGreaterThan(0);
  for (const [id, row] of Object.entries(requests ?? {}))
    expect(request[id]).toEqual({
      ...inQueue(row),
      handle: null,
      mask: null,
      // Who ordered it cannot be known.
      state: row.state === 'queued' ? 'elsewhere' : row.state,
    });
  expect(Object.keys(claims ?? {}).length).toBeGreaterThan(20);
  for (const [id, row] of Object.entries(claims ?? {})) expect(claim[id]).toEqual({ ...row, ...NO_PARTS });
  const bounds = Object.values(fact).map((one) => [one.statement, boundsOf(one, review.records)]);
  expect(Object.fromEntries(bounds)).toEqual({
    'a girl in a red coat': [null, '3'],
    'an unlit lantern': ['3', '4'],
    'a girl in a blue coat': ['4', null],
    'a lit lantern': ['5', null],
    'a gouache painting': [null, null],
    // Said of positions 2 to 4 when shot 6 stood second already.
    'a wooden bridge': ['2', '4'],
  });
  desk.close(review);
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  const again = desk.open();
  expect(again.records).toEqual(review.records);
});

test('the log of a review of version 1 leads step by step to what its records are now', () => {
  laid('review-1.sqlite');
  const review = desk.open();
  let records = EMPTY_RECORDS;
  for (const { diff, label } of review.history(1000).reverse()) {
    const after = applyDiff(records, diff);
    // Each change starts from what the one before it left.
    expect(applyDiff(after, reverseDiff(diff)), label).toEqual(records);
    records = after;
  }
  expect(records).toEqual(review.records);
});

test('a review of version 1 is undone to its beginning and done again, across the change of form', () => {
  laid('review-1.sqlite');
  const review = desk.open();
  const { records } = review;
  expect(review.canRedo).toBe('Add canon: gulls');
  const notes: string[] = [];
  let steps = 0;
  while (review.canUndo !== null) {
    const [{ label, note, changed }] = review.undo();
    if (!changed || note) notes.push(`${label}: ${note}`);
    steps++;
  }
  expect(notes).toEqual([
    'Approve shot 3: The picture made for shot 3 stays among its takes.',
    // With positions, the canon had to be mended after a shot had moved. For shots that changes nothing.
    'Edit canon: bridge: It is already like that.',
    'Approve shot 3: The picture made for shot 3 stays among its takes.',
  ]);
  expect(steps).toBe(18);
  const [imported] = review.history(1000).slice(-1);
  expect(review.records.shot).toEqual(imported?.diff.shot?.added);
  expect(review.records.fact).toEqual(imported?.diff.fact?.added);
  expect(review.records.decision).toEqual({});
  expect(Object.values(review.records.request).map(({ state }) => state)).toEqual(['done', 'done']);
  for (; steps > 0; steps--) review.redo();
  expect(review.canRedo).toBe('Add canon: gulls');
  expect(review.records).toEqual(records);
  review.redo();
  const gulls = review.records.fact['fact-gulls'] as Fact;
  expect([gulls.statement, ...boundsOf(gulls, review.records)]).toEqual(['two gulls', '4', null]);
});

test('of a review of version 6, which did not say where an order was approved, what is not made waits for a yes', () => {
  const before = rowsOf(laid('review-6.sqlite'));
  const review = desk.open();
  const { request, ...rest } = review.records;
  const { request: _, ...others } = before;
  expect(rest).toEqual(unmade(others));
  expect(Object.values(request).map(({ prompt, state }) => [prompt, state])).toEqual([
    ['umbrella 0', 'done'],
    ['umbrella 1', 'elsewhere'],
    ['umbrella 2', 'elsewhere'],
  ]);
  expect(review.skipped).toEqual([{ name: 'frames/9.png', reason: 'is no picture' }]);
  review.redo();
  expect(Object.values(review.records.request).at(-1)).toMatchObject({
    prompt: 'umbrella 3',
    state: 'elsewhere',
  });
  while (review.canUndo !== null) review.undo();
  expect(Object.values(review.records.shot)).toEqual(Object.values(aBoard(4).shot));
});

test('of a review of version 11, in which comments were lines of notes, the notes stay, and comments can be taken in', () => {
  const before = rowsOf(laid('review-11.sqlite'));
  const review = desk.open();
  const notes = () => Object.values(review.records.shot).map(({ note }) => note);
  const { comment, ...rest } = review.records;
  expect([comment, rest]).toEqual([{}, { ...before, ...unqueued }]);
  expect(notes()).toEqual(['Ann, 2026-11-28: Darker, please', 'Mine\nAnn, 2026-11-28: Two\nlines', '']);
  const { id: noteId, state: _, ...said } = aNote('c');
  review.run({ id: 'take-in', at: 0, command: { type: 'add-comment', ...said, noteId } });
  expect(review.records.comment).toEqual({ c: aNote('c') });
  desk.close(review);
  const again = desk.open();
  expect(again.records.comment).toEqual({ c: aNote('c') });
  while (again.canUndo !== null) again.undo();
  expect([again.records.comment, again.records.shot]).toEqual([{}, aBoard(3).shot]);
});

test('of a review of version 14, whose orders were for whole pictures, they are still that, undone and done again', () => {
  const { request: before = {} } = rowsOf(laid('review-14.sqlite'));
  const review = desk.open();
  const states = () => Object.values(review.records.request).map(({ state, mask }) => [state, mask]);
  // The key of the machine that approved the first is not ours.
  expect(states()).toEqual([
    ['elsewhere', null],
    ['cancelled', null],
  ]);
  for (const [id, row] of Object.entries(before)) {
    const { mask, state, ...rest } = review.records.request[id] as Request;
    expect({ ...rest, state: row.state }).toEqual(inQueue(row));
  }
  review.redo();
  expect(states()).toHaveLength(3);
  expect(states().at(-1)).toEqual(['elsewhere', null]);
  while (review.canUndo !== null) review.undo();
  expect(states()).toEqual([]);
});

test('of a review of version 15, in which a comment had no place in its picture, it is about all of it', () => {
  const db = new DatabaseSync(laid('review-11.sqlite'));
  migrate(db, MIGRATIONS.slice(0, 15));
  const { place: _, ...before } = aNote('c');
  db.prepare('INSERT INTO comment (id, json) VALUES (?, ?)').run('c', JSON.stringify(before));
  db.close();
  const review = desk.open();
  expect(review.skipped).toEqual([]);
  expect(review.records.comment).toEqual({ c: aNote('c') });
});

test('of a review of version 16, in which orders were made as they came, those that wait stand in the queue as they came', () => {
  const before = rowsOf(laid('review-16.sqlite'));
  const review = desk.open();
  const { request, ...rest } = review.records;
  const { request: requests, ...others } = before;
  expect(rest).toEqual({ ...others, ...unqueued });
  expect(Object.values(request).map(({ prompt, state }) => [prompt, state])).toEqual([
    ['umbrella 0', 'done'],
    ['umbrella 1', 'failed'],
    // Approved by another user of the machine.
    ['umbrella 2', 'elsewhere'],
    ['umbrella 3', 'cancelled'],
  ]);
  for (const [id, row] of Object.entries(requests ?? {}))
    expect(request[id]).toEqual({ ...inQueue(row), state: request[id]?.state });
  expect(review.canRedo).toBe('Approve shot 4');
  review.redo();
  expect(Object.values(review.records.request).at(-1)).toMatchObject({ prompt: 'umbrella 4', setId: null });
  while (review.canUndo !== null) review.undo();
  expect(Object.values(review.records.shot)).toEqual(Object.values(aBoard(4).shot));
});

test('of a review of version 17, which kept no pictures to look like, the orders are as they were, and one can be kept', () => {
  const before = rowsOf(laid('review-17.sqlite'));
  const review = desk.open();
  const { request, ...rest } = review.records;
  const { request: requests, ...others } = before;
  expect(rest).toEqual({ ...others, ...unreferred });
  expect(Object.values(request).map(({ prompt, state, mask }) => [prompt, state, mask !== null])).toEqual([
    ['umbrella 0', 'cancelled', false],
    ['umbrella 0', 'elsewhere', false],
    ['umbrella 1', 'elsewhere', true],
  ]);
  for (const [id, row] of Object.entries(requests ?? {}))
    expect(request[id]).toEqual({ ...row, state: request[id]?.state });
  const command = { type: 'keep-reference', takeId: 'take-1', region: null, name: 'Mira' } as const;
  review.run({ id: 'keep', at: 0, command });
  desk.close(review);
  const again = desk.open();
  expect(Object.values(again.records.reference)).toMatchObject([{ takeId: 'take-1', name: 'Mira' }]);
  while (again.canUndo !== null) again.undo();
  expect([again.records.reference, again.records.request]).toEqual([{}, {}]);
});

test('of a review of version 18, whose approvals did not say how the pictures to look like stood, they count whatever became of those', () => {
  const before = rowsOf(laid('review-18.sqlite'));
  const review = desk.open();
  const { request, ...rest } = review.records;
  const { request: requests, ...others } = before;
  expect(rest).toEqual({ ...others, ...uncast });
  const ofFirst = { takeId: 'take-2', region: { x: 0.25, y: 0, width: 0.5, height: 1 } };
  expect(Object.values(request).map(({ prompt, state, references }) => [prompt, state, references])).toEqual([
    ['umbrella 0', 'elsewhere', [ofFirst, { takeId: 'take-1', region: null }]],
    ['umbrella 1', 'elsewhere', undefined],
  ]);
  for (const [id, row] of Object.entries(requests ?? {}))
    expect(request[id]).toEqual({ ...row, state: request[id]?.state });
  // The file has commands of the names that a desk gives.
  const run = (command: Command) => review.run({ id: `then-${review.seq}`, at: Date.now(), command });
  const marks = () =>
    Object.keys(review.records.shot).map((shotId) => {
      const parts = shotParts(review.records, shotId);
      return parts && shotOutOfDate(parts);
    });
  const [kept] = Object.keys(review.records.reference);
  run({ type: 'drop-reference', referenceId: kept ?? '' });
  expect(review.records.reference).toEqual({});
  expect(marks()).toEqual([null, null, null]);
  review.undo();
  const [first] = Object.keys(request);
  run({ type: 'approve-again', requestId: first ?? '' });
  run({ type: 'drop-reference', referenceId: kept ?? '' });
  expect(marks()).toEqual([expect.stringContaining('The reference picture of Mira changed'), null, null]);
  while (review.canUndo !== null) review.undo();
  expect([review.records.reference, review.records.request]).toEqual([{}, {}]);
});

test('of a review of version 19, which knew no phrases, the claims are as they were, and a phrase can be asked', () => {
  const before = rowsOf(laid('review-19.sqlite'));
  const review = desk.open();
  expect(review.records).toEqual({ ...before, ...uncast });
  expect(
    Object.values(review.records.claim).filter(({ muted, weight }) => muted || weight > 1),
  ).toMatchObject([{ text: 'a girl holding a lantern' }, { text: 'at night' }]);
  review.redo();
  expect(Object.values(review.records.claim).map(({ text }) => text)).toContain('a fox on the right');
  const shotId = Object.keys(review.records.shot)[0] ?? '';
  const text = 'holds it up for all to see';
  review.run({ id: 'ask', at: 0, command: { type: 'add-claim', shotId, kind: 'phrase', text } });
  desk.close(review);
  const again = desk.open();
  expect(Object.values(again.records.claim).filter(({ kind }) => kind === 'phrase')).toMatchObject([
    { text },
  ]);
  while (again.canUndo !== null) again.undo();
  expect(Object.values(again.records.claim)).toHaveLength(12);
});

test('a review of version 20 opens as it was, and takes pictures of its cast in, which orders may be given', () => {
  const file = laid('review-20.sqlite');
  const before = rowsOf(file);
  const review = desk.open();
  const { request, ...rest } = review.records;
  const { request: requests, ...others } = before;
  expect(rest).toEqual({ ...others, ...uncast });
  for (const [id, row] of Object.entries(requests ?? {}))
    expect(request[id]).toEqual({ ...row, state: 'elsewhere' });
  expect(review.skipped).toEqual([{ name: 'refs/Mira.png', reason: 'a reference picture of Mira' }]);
  const marks = Object.keys(review.records.shot).map((shotId) => {
    const parts = shotParts(review.records, shotId);
    return parts && shotOutOfDate(parts);
  });
  expect(marks).toEqual([null, null, null]);
  const mira = aPortrait('Mira');
  review.importRecords({ ...review.records, portrait: { [mira.id]: mira } });
  const references = [{ portraitId: mira.id, region: null }];
  const command = anApproval({ shotId: 'shot-2', takeId: 'take-2', prompt: 'umbrella 2', references });
  review.run({ id: 'now', at: Date.now(), command });
  desk.close(review);
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  const again = desk.open();
  expect(again.records).toEqual(review.records);
  expect(again.records.request.now).toMatchObject({ references, state: 'queued' });
  while (again.canUndo !== null) again.undo();
  expect(again.records.request).toEqual({});
});

test('a review of version 21 opens as it was, and takes filters with a name and decisions by score', () => {
  const file = laid('review-21.sqlite');
  const before = rowsOf(file);
  const review = desk.open();
  const { request, ...rest } = review.records;
  const { request: requests, ...others } = before;
  expect(rest).toEqual({ ...others, ...unfiltered });
  expect(Object.keys(requests ?? {})).toEqual(['call-4']);
  for (const [id, row] of Object.entries(requests ?? {}))
    expect(request[id]).toEqual({ ...row, state: 'elsewhere' });
  expect(Object.values(review.records.decision).map(({ kind }) => kind)).toHaveLength(5);
  const filter = {
    show: 'all',
    survivors: true,
    states: [],
    kinds: [],
    characters: [],
    scenes: [],
    stars: null,
    words: '',
  };
  review.run({ id: 'save', at: 1, command: { type: 'save-filter', name: 'Good ones', filter } });
  const low = { type: 'reject', shotId: 'shot-4', reason: 'Its score is low', byScore: 0.3 } as const;
  review.run({ id: 'low', at: 2, command: low });
  desk.close(review);
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  const again = desk.open();
  expect(again.records).toEqual(review.records);
  expect(Object.values(again.records.savedFilter)).toMatchObject([{ name: 'Good ones', filter }]);
  while (again.canUndo !== null) again.undo();
  expect([again.records.savedFilter, again.records.decision]).toEqual([{}, {}]);
  again.redo();
  expect(Object.values(again.records.decision)).toMatchObject([{ kind: 'reject' }]);
});

test('a review of version 22 opens as it was, and takes examples of a brand’s style, which are undone like everything else', () => {
  const file = laid('review-22.sqlite');
  const before = rowsOf(file);
  const review = desk.open();
  expect(review.records).toEqual({ ...before, ...unbranded });
  expect(Object.values(review.records.savedFilter)).toMatchObject([{ name: 'Good ones' }]);
  expect(Object.values(review.records.decision).map(({ kind, byScore }) => [kind, byScore])).toEqual([
    ['approve', 0.95],
    ['reject', 0.2],
  ]);
  const features = { measures: 2, style: { tone: [0.1, 0.5] }, judge: '', tower: [] };
  const outside = { name: 'cover.png', preview: '', features };
  const commands = [
    { type: 'mark-style', takeId: 'take-0', on: true },
    { type: 'add-style-example', on: false, outside },
    { type: 'set-brand', name: 'Harbour', flags: false },
  ] as const;
  review.run({ id: 'brand', at: 7, command: { type: 'bulk', commands: [...commands] } });
  desk.close(review);
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  const again = desk.open();
  expect(again.records).toEqual(review.records);
  expect(Object.values(again.records.styleExample)).toMatchObject([
    { takeId: 'take-0', on: true, outside: null },
    { takeId: null, on: false, outside },
  ]);
  again.undo();
  expect([again.records.styleExample, again.records.brand]).toEqual([{}, {}]);
  again.redo();
  expect(again.records.brand).toEqual({ brand: { id: 'brand', name: 'Harbour', flags: false } });
  while (again.canUndo !== null) again.undo();
  expect(Object.values(again.records.shot)).toEqual(Object.values(aBoard(5).shot));
});

test('a review of version 23 opens as it was, and takes boxes by hand, which are undone like everything else', () => {
  const file = laid('review-23.sqlite');
  const before = rowsOf(file);
  const review = desk.open();
  expect(review.records).toEqual({ ...before, ...uncorrected });
  expect(Object.values(review.records.styleExample).map(({ on }) => on)).toEqual([true, false]);
  expect(review.records.brand).toMatchObject({ brand: { name: 'Harbour' } });
  const region = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
  const boxes = [{ label: 'girl', also: ['person'], region }];
  const command = { type: 'correct-boxes', takeId: 'take-1', labels: ['girl', 'person'], boxes } as const;
  review.run({ id: 'boxes', at: 7, command: { ...command, labels: [...command.labels] } });
  desk.close(review);
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  const again = desk.open();
  expect(again.records).toEqual(review.records);
  expect(again.records.correction).toEqual({
    'take-1': { id: 'take-1', labels: ['girl', 'person'], boxes, createdAt: 7 },
  });
  again.undo();
  expect(again.records.correction).toEqual({});
  again.redo();
  expect(again.records.correction['take-1']?.boxes).toEqual(boxes);
  while (again.canUndo !== null) again.undo();
  expect(Object.values(again.records.shot)).toEqual(Object.values(aBoard(5).shot));
});

test('a review of version 24 opens as it was, and shots are left out of play, which is undone like everything else', () => {
  const file = laid('review-24.sqlite');
  const before = rowsOf(file);
  const review = desk.open();
  expect(review.records).toEqual({ ...before, ...undrawn });
  expect(shotsInOrder(review.records).map(({ id, scene }) => `${id} ${scene}`)).toEqual([
    'shot-0 Harbour',
    'shot-3 Harbour',
    'shot-1 Harbour',
    'shot-2 Harbour 2',
    'shot-4 Harbour 2',
  ]);
  const command: Command = { type: 'omit-shots', shotIds: ['shot-1', 'shot-2'], isOmitted: true };
  review.run({ id: 'omit', at: 8, command });
  desk.close(review);
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  const again = desk.open();
  expect(again.records).toEqual(review.records);
  expect(shotsInPlay(again.records).map(({ id }) => id)).toEqual(['shot-0', 'shot-3', 'shot-4']);
  again.undo();
  expect(again.records).toEqual({ ...before, ...undrawn });
  while (again.canUndo !== null) again.undo();
  expect(Object.values(again.records.shot)).toEqual(Object.values(aBoard(5).shot));
});

test('a review of version 26 opens as it was, its comments among its notes, and takes drawings and answers, which are undone', () => {
  const file = laid('review-26.sqlite');
  const before = rowsOf(file);
  const review = desk.open();
  expect(review.records).toEqual({ ...before, ...undrawn });
  const said = Object.values(review.records.comment).map((one) => [
    one.author,
    one.text,
    one.place,
    one.state,
  ]);
  expect(said).toEqual([
    ['Ann', 'Darker, please', null, 'open'],
    ['Bo', 'Move her left', { x: 0.25, y: 0.5 }, 'open'],
    ['Ann', 'Where is the cat?', null, 'resolved'],
  ]);
  expect(Object.values(review.records.styleExample)).toHaveLength(1);
  const { sha256 } = aNote('place');
  const figure = { kind: 'pen', points: [[0.1, 0.2, 0.5]], colour: 'red', size: 0.01 };
  const commands = [
    { type: 'draw', shotId: 'shot-0', sha256, noteId: 'place', figure },
    { type: 'write-note', shotId: 'shot-0', sha256, place: null, text: 'How far?', replyTo: 'place' },
  ];
  review.run({ id: 'notes', at: 7, command: { type: 'bulk', commands } as Command });
  desk.close(review);
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  const again = desk.open();
  expect(again.records).toEqual(review.records);
  expect(Object.values(again.records.drawing)).toMatchObject([{ commentId: 'place', figure }]);
  expect(Object.values(again.records.comment).filter(({ replyTo }) => replyTo === 'place')).toMatchObject([
    { author: 'Ada', text: 'How far?' },
  ]);
  again.undo();
  expect([again.records.drawing, again.records.comment]).toEqual([{}, before.comment]);
  while (again.canUndo !== null) again.undo();
  expect(Object.values(again.records.shot)).toEqual(Object.values(aBoard(5).shot));
});

test('a review of version 25 opens as it was, and takes shots that are put in and doubled, which are undone like everything else', () => {
  const file = laid('review-25.sqlite');
  const before = rowsOf(file);
  const review = desk.open();
  expect(review.records).toEqual({ ...before, ...undrawn });
  expect(shotsInPlay(review.records).map(({ id }) => id)).toEqual(['shot-0', 'shot-4', 'shot-2']);
  const beside = { beside: 'shot-4', side: 'after' } as const;
  const commands: Single[] = [
    { type: 'add-shot', shotId: 'new', ...beside, description: 'a mule' },
    { type: 'double-shots', shotIds: ['shot-1'], copyIds: ['copy'] },
  ];
  review.run({ id: 'add', at: 8, command: { type: 'bulk', commands } });
  desk.close(review);
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  const again = desk.open();
  expect(again.records).toEqual(review.records);
  expect(shotsInOrder(again.records).map(({ id }) => id)).toEqual([
    'shot-0',
    'shot-4',
    'new',
    'shot-1',
    'copy',
    'shot-2',
    'shot-3',
  ]);
  expect(again.records.correction['copy.take']?.boxes).toEqual(again.records.correction['take-1']?.boxes);
  again.undo();
  expect(again.records).toEqual({ ...before, ...undrawn });
  again.redo();
  expect(again.records).toEqual(review.records);
  while (again.canUndo !== null) again.undo();
  expect(Object.values(again.records.shot)).toEqual(Object.values(aBoard(5).shot));
});
