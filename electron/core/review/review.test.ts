import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { codeOf } from '@testing/code-of.js';
import { aBoard, aTake } from '@testing/records.js';
import { expect, test } from 'vitest';
import { hasReview, openReview, type ReviewEvent } from './index.js';
import { approval } from './testing/approval.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

test('an import is one event, no step of undo, and is there after reopening', () => {
  const review = desk.open();
  expect(review.isNew).toBe(true);
  const event = review.importRecords(aBoard(4), 'Import harbour');
  expect(event).toMatchObject({ kind: 'import', label: 'Import harbour', who: 'Ada', commandId: null });
  expect(review.canUndo).toBeNull();
  const { records } = review;
  expect(records).toEqual(aBoard(4));
  desk.close(review);
  const again = desk.open();
  expect(again.isNew).toBe(false);
  expect(again.records).toEqual(records);
  expect(again.history()).toEqual([event]);
});

test('an import that is not consistent leaves nothing behind', () => {
  const review = desk.open();
  const { 'shot-1': _gone, ...shot } = aBoard(2).shot;
  expect(() => review.importRecords({ ...aBoard(2), shot })).toThrow('FOREIGN KEY constraint failed');
  expect(review.records.shot).toEqual({});
  expect(review.history()).toEqual([]);
  review.importRecords(aBoard(2));
});

test('importing again keeps decisions, requests and regenerated takes of the shots that remain', () => {
  const review = desk.open();
  review.importRecords(aBoard(3));
  desk.run(review, approval(0));
  desk.run(review, approval(2));
  const [made] = Object.values(review.records.request);
  if (!made) throw new Error('no request');
  const regenerated = { ...aTake(0), id: 'take-new', round: 1 };
  review.system('Take made', (r) => ({
    ...r,
    take: {
      ...r.take,
      'take-new': {
        ...regenerated,
        origin: { kind: 'regenerated', fromTakeId: 'take-0', requestId: made.id },
      },
    },
  }));
  review.importRecords(aBoard(2));
  expect(Object.keys(review.records.take).sort()).toEqual(['take-0', 'take-1', 'take-new']);
  expect(Object.values(review.records.request).map((r) => r.shotId)).toEqual(['shot-0']);
  expect(Object.values(review.records.decision).map((d) => d.shotId)).toEqual(['shot-0']);
});

test('the same call twice is done once, and a command that changes nothing is no step', () => {
  const review = desk.open();
  review.importRecords(aBoard(1));
  const told: ReviewEvent[] = [];
  review.onChange((event) => told.push(event));
  const once = { id: 'once', at: 1000, command: { type: 'reject', shotId: 'shot-0', reason: '' } } as const;
  const first = review.run(once);
  expect(review.run(once)).toEqual(first);
  expect(Object.keys(review.records.decision)).toHaveLength(1);
  review.run({ id: 'nothing', at: 1000, command: { type: 'set-stars', shotId: 'shot-0', stars: 0 } });
  expect(review.canUndo).toBe('Reject shot 1');
  expect(told.map((event) => event.commandId)).toEqual(['once', 'nothing']);
  expect(review.history().map((event) => event.kind)).toEqual(['command', 'import']);
});

test('listeners hear events in order even when one of them causes the next, and none can spoil a command', () => {
  const review = desk.open();
  review.importRecords(aBoard(1));
  const heard: string[] = [];
  review.onChange((event) => {
    if (event.kind === 'command') review.system('Claims derived anew', (r) => ({ ...r, claim: {} }));
  });
  const stop = review.onChange((event) => heard.push(event.label));
  review.onChange(() => {
    throw new Error('a listener that fails (expected in this test)');
  });
  desk.run(review, { type: 'edit-description', shotId: 'shot-0', description: 'fog' });
  stop();
  desk.run(review, { type: 'rename', title: 'Pier' });
  expect(heard).toEqual(['Edit description of shot 1', 'Claims derived anew']);
});

test('judgements and measures are kept by content; a row that cannot be read counts as absent', () => {
  const judgement = {
    judge: 'storybook',
    judgeVersion: '1',
    answers: { 'is the umbrella red?': { p: 0.9, reason: '' } },
    whole: { 'Mira waits': 0.8 },
    features: [0.1, 0.2],
    milliseconds: 12,
    coarse: false,
    at: 5,
  };
  const measures = {
    quality: { blur: 1 },
    style: { tone: [1] },
    hash: 'ff',
    palette: [],
    width: 1,
    height: 1,
  };
  const review = desk.open();
  review.putJudgement('k', judgement);
  review.putMeasures('s', measures);
  review.putJudgement('bad', { ...judgement, whole: { 'Mira waits': 2 } });
  desk.close(review);
  const again = desk.open();
  expect(again.judgement('k')).toEqual(judgement);
  expect(again.measures('s')).toEqual(measures);
  expect(again.judgement('bad')).toBeNull();
  expect(again.judgement('never')).toBeNull();
  // What is being worked at is read once.
  expect(again.judgement('k')).toBe(again.judgement('k'));
});

test('whoever opens it second sees everything and leaves nothing in it', () => {
  const review = desk.open();
  review.importRecords(aBoard(1));
  desk.run(review, { type: 'rename', title: 'Pier' });
  desk.run(review, { type: 'rename', title: 'Quay' });
  review.undo();
  const second = desk.open();
  const [, who] = /^(Open by Ada since .+[)])[.] Close it there, then open it again here to decide[.]$/.exec(
    second.readOnly ?? '',
  ) ?? ['', 'nobody'];
  expect([second.canUndo, second.canRedo]).toEqual([null, null]);
  expect([second.records, second.seq, second.key]).toEqual([review.records, review.seq, review.key]);
  second.putJudgement('k', {} as never);
  second.putMeasures('s', {} as never);
  expect([second.judgement('k'), second.measures('s')]).toEqual([null, null]);
  expect(existsSync(second.takesFolder)).toBe(false);
  expect(() => second.mustWrite()).toThrow(`This review is open in another window: ${who}`);
});

test('its number grows with every change and is the same at the next opening; its key is that of the place', () => {
  const review = desk.open();
  expect(review.seq).toBe(0);
  review.importRecords(aBoard(1));
  const event = desk.run(review, { type: 'rename', title: 'Pier' });
  expect([event.seq, review.seq]).toEqual([2, 2]);
  expect(review.key).toMatch(/^[0-9a-f]{20}$/);
  desk.close(review);
  const again = desk.open();
  expect([again.seq, again.key]).toEqual([2, review.key]);
  expect(desk.open('copy').key).not.toBe(review.key);
});

test('what the program changes of many records is given as the change', () => {
  const review = desk.open();
  review.importRecords(aBoard(2));
  const { claim } = review.records;
  review.system('Claims derived anew', { claim: { added: {}, updated: {}, removed: claim } });
  expect(review.records).toEqual({ ...aBoard(2), claim: {} });
  expect(review.canUndo).toBeNull();
});

test('without settings of one’s own it opens as the program comes', () => {
  const folder = join(desk.root, 'plain');
  mkdirSync(folder);
  const review = openReview({ folder, dataFolder: desk.root });
  review.importRecords(aBoard(1));
  expect(review.history().map(({ who }) => who)).toEqual(['artist']);
  review.close();
});

test('a record that could not be read back never reaches the file', () => {
  const review = desk.open();
  review.importRecords(aBoard(1));
  expect(() =>
    review.system('Broken', (r) => ({
      ...r,
      shot: { 'shot-0': { ...r.shot['shot-0'], stars: Number.NaN } as never },
    })),
  ).toThrow(/"stars"/);
  desk.close(review);
  expect(desk.open().records).toEqual(aBoard(1));
});

test('where the folder cannot be written the review and its takes lie in the data folder', () => {
  const folder = join(desk.root, 'board');
  mkdirSync(folder);
  // Stands for a folder without write permission, which an administrator's process would ignore.
  writeFileSync(join(folder, '.continuist'), 'not a folder');
  const review = desk.open();
  review.importRecords(aBoard(1));
  expect(relative(join(desk.root, 'data', 'reviews'), review.file)).toMatch(
    /^[0-9a-f]{32}[/\\]review[.]sqlite$/,
  );
  expect(review.takesFolder.startsWith(join(desk.root, 'data', 'reviews'))).toBe(true);
  expect(readdirSync(folder)).toEqual(['.continuist']);
  desk.close(review);
  expect(desk.open().records).toEqual(aBoard(1));
});

test('takes lie in .continuist beside the pictures, in a folder made on demand', () => {
  const review = desk.open();
  expect(readdirSync(join(desk.root, 'board', '.continuist'))).not.toContain('takes');
  expect(review.takesFolder).toBe(join(desk.root, 'board', '.continuist', 'takes'));
  expect(readdirSync(review.takesFolder)).toEqual([]);
});

test('a folder that is not there is not made', () => {
  const folder = join(desk.root, 'nowhere');
  expect(codeOf(() => openReview({ folder, dataFolder: desk.root }))).toBe('OPEN_FAILED');
  expect(readdirSync(desk.root)).toEqual([]);
});

test('what an import left out is told again at every opening', () => {
  const skipped = [{ name: 'notes.png', reason: 'no shot uses it' }];
  const review = desk.open();
  review.importRecords(aBoard(2), 'Open storyboard', skipped);
  expect(review.skipped).toEqual(skipped);
  desk.close(review);
  const again = desk.open();
  expect(again.skipped).toEqual(skipped);
  again.importRecords(aBoard(2));
  expect(again.skipped).toEqual([]);
});

test('whether there is a review is seen without making one', () => {
  const folder = join(desk.root, 'board');
  mkdirSync(folder);
  expect(hasReview(folder, join(desk.root, 'data'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  desk.open();
  expect(hasReview(folder, join(desk.root, 'data'))).toBe(true);
});

test('a table larger than what is read at a time is read whole', () => {
  const review = desk.open();
  review.importRecords(aBoard(2001));
  desk.close(review);
  const { shot, claim } = desk.open().records;
  expect([Object.keys(shot).length, Object.keys(claim).length]).toEqual([2001, 2001]);
});
