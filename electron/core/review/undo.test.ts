import type { Command } from '@shared/commands/index.js';
import type { Request, Shot } from '@shared/records/index.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard, aFact, aTake } from '@testing/records.js';
import { expect, test } from 'vitest';
import type { Review } from './index.js';
import { approval } from './testing/approval.js';
import { ADAS, freshDesk } from './testing/desk.js';
import { makePicture, setRequest, setShot } from './testing/program.js';

const desk = freshDesk();

const shotOf = (review: Review, n: number): Shot => review.records.shot[`shot-${n}`] as Shot;
const byId = (requests: readonly Request[]): Record<string, Request> =>
  Object.fromEntries(requests.map((request) => [request.id, request]));
const requestsOf = (review: Review): Request[] => Object.values(review.records.request);

function board(count = 2): Review {
  const review = desk.open();
  review.importRecords(aBoard(count));
  return review;
}

test('an approval that ran is stepped over: its take and its request stay, words, status and pick go back', () => {
  const review = board();
  desk.run(review, { type: 'needs-changes', shotId: 'shot-0', reason: 'hands' });
  desk.run(review, approval(0));
  const [request] = requestsOf(review) as [Request];
  const takeId = makePicture(review, request);
  const after = review.records;
  expect(shotOf(review, 0)).toMatchObject({ status: 'pending', pickId: takeId });
  const [told] = review.undo();
  expect(told).toEqual({
    label: 'Approve shot 1',
    changed: true,
    note: 'The picture made for shot 1 stays among its takes.',
    shotIds: ['shot-0'],
  });
  expect(shotOf(review, 0)).toEqual({ ...aBoard(1).shot['shot-0'], status: 'needs-changes' });
  expect(review.records.take).toEqual(after.take);
  expect(review.records.request).toEqual(after.request);
  expect(Object.values(review.records.decision).map(({ kind }) => kind)).toEqual(['needs-changes']);
  review.undo();
  expect(shotOf(review, 0)).toEqual(aBoard(1).shot['shot-0']);
  expect(review.canUndo).toBeNull();
  review.redo();
  expect(review.redo()[0]).toMatchObject({ label: 'Approve shot 1', changed: true, note: '' });
  expect(review.records).toEqual(after);
});

test('a take that did not become the pick leaves the pick, and the status goes back all the same', () => {
  const review = board();
  desk.run(review, approval(0));
  makePicture(review, requestsOf(review)[0] as Request, false);
  review.undo();
  expect(shotOf(review, 0)).toEqual(aBoard(1).shot['shot-0']);
});

test('two rounds are taken back one after the other, each to the take it began with', () => {
  const review = board();
  desk.run(review, approval(0));
  const first = makePicture(review, requestsOf(review)[0] as Request);
  desk.run(review, { ...approval(0), takeId: first });
  const second = makePicture(review, requestsOf(review)[1] as Request);
  expect(shotOf(review, 0).pickId).toBe(second);
  review.undo();
  expect(shotOf(review, 0).pickId).toBe(first);
  review.undo();
  expect(shotOf(review, 0).pickId).toBe('take-0');
});

test('of a shot approved twice the second approval goes back to the first', () => {
  const review = board();
  desk.run(review, { type: 'approve-take', shotId: 'shot-0', takeId: 'take-0' });
  desk.run(review, approval(0));
  makePicture(review, requestsOf(review)[0] as Request);
  review.undo();
  expect(shotOf(review, 0)).toEqual({ ...aBoard(1).shot['shot-0'], status: 'approved' });
});

test('what the artist decided after the picture came stays when the approval is reached', () => {
  const review = board();
  desk.run(review, approval(0));
  makePicture(review, requestsOf(review)[0] as Request);
  // Not a step: as another program, or an import, would have it.
  review.system('Elsewhere', (records) =>
    setShot(records, 'shot-0', { status: 'rejected', pickId: 'take-0' }),
  );
  const [told] = review.undo();
  expect(shotOf(review, 0)).toMatchObject({ status: 'rejected', pickId: 'take-0' });
  expect(told.note).toBe(
    'The picture made for shot 1 stays among its takes. Part of it was changed again later and stays as it is.',
  );
});

test.each(['queued', 'running', 'failed', 'cancelled'] as const)(
  'an approval whose request is %s goes whole, and done again is a fresh order',
  (state) => {
    const review = board();
    desk.run(review, approval(0));
    const approved = review.records;
    setRequest(review, requestsOf(review)[0] as Request, {
      state,
      error: state === 'failed' ? 'no server' : null,
    });
    const [told] = review.undo();
    expect(told.note).toBe(state === 'running' ? 'The picture under way for shot 1 is stopped.' : '');
    expect(review.records).toEqual(aBoard(2));
    review.redo();
    expect(review.records).toEqual(approved);
  },
);

test('an order that was cancelled waits again when that is taken back, and is cancelled again while it runs', () => {
  const review = board();
  desk.run(review, approval(0));
  setRequest(review, requestsOf(review)[0] as Request, { state: 'running' });
  const [request] = requestsOf(review) as [Request];
  desk.run(review, { type: 'cancel-request', requestId: request.id });
  const [told] = review.undo();
  expect(told).toMatchObject({ label: 'Cancel regeneration of shot 1', shotIds: ['shot-0'] });
  expect(requestsOf(review)[0]?.state).toBe('queued');
  setRequest(review, requestsOf(review)[0] as Request, { state: 'running' });
  expect(review.redo()[0].note).toBe('The picture under way for shot 1 is stopped.');
  expect(requestsOf(review)[0]?.state).toBe('cancelled');
  review.undo();
  setRequest(review, requestsOf(review)[0] as Request, { state: 'done', resultTakeId: 'take-0' });
  expect(review.redo()[0]).toMatchObject({
    changed: false,
    note: 'It was changed again later and stays as it is.',
  });
  expect(requestsOf(review)[0]?.state).toBe('done');
});

test('an approval is done again only where its shot may have another round, which it is then', () => {
  const review = board(4);
  const commands = [0, 1, 2].map(approval);
  desk.run(review, { type: 'bulk', commands });
  review.undo();
  const [ordered] = Object.values(review.history(1)[0]?.diff.request?.removed ?? {}) as [Request];
  // As automatic mode orders them: all that shot 1 may have, one of shot 2, and one of shot 3 that failed.
  const order = (shotId: string, at: number): Request => ({
    ...ordered,
    id: `${shotId}-${at}`,
    shotId,
    state: 'done',
  });
  const all = Array.from({ length: ADAS.rounds }, (_, at) => order('shot-0', at));
  review.system('Elsewhere', (records) => ({
    ...records,
    request: byId([...all, order('shot-1', 0), { ...order('shot-2', 0), state: 'failed' }]),
  }));
  const before = review.records;
  const [told] = review.redo();
  expect(told).toMatchObject({
    changed: true,
    note: 'Shot 1 has had all its rounds and stays as it is.',
  });
  expect(shotOf(review, 0)).toEqual(before.shot['shot-0']);
  expect([1, 2, 3].map((n) => shotOf(review, n).status)).toEqual(['approved', 'approved', 'pending']);
  const fresh = requestsOf(review).filter(({ id }) => !Object.hasOwn(before.request, id));
  expect(fresh.map(({ shotId, round }) => [shotId, round])).toEqual([
    ['shot-1', 2],
    ['shot-2', 1],
  ]);
  expect(Object.values(review.records.decision).map(({ shotId }) => shotId)).toEqual(['shot-1', 'shot-2']);
});

test('an order that was cancelled waits again only where its shot may have another round', () => {
  const review = board();
  desk.run(review, approval(0));
  const [request] = requestsOf(review) as [Request];
  desk.run(review, { type: 'cancel-request', requestId: request.id });
  const others = Array.from(
    { length: ADAS.rounds },
    (_, at): Request => ({ ...request, id: `${at}`, state: 'done' }),
  );
  review.system('Elsewhere', (records) => ({ ...records, request: { ...records.request, ...byId(others) } }));
  expect(review.undo()[0]).toMatchObject({
    changed: false,
    note: 'Shot 1 has had all its rounds and stays as it is.',
  });
  expect(review.records.request[request.id]?.state).toBe('cancelled');
});

test('a new decision leaves nothing to do again', () => {
  const review = board();
  desk.run(review, { type: 'set-stars', shotId: 'shot-0', stars: 3 });
  review.undo();
  expect(review.canRedo).toBe('Rate shot 1');
  desk.run(review, { type: 'set-note', shotId: 'shot-0', note: 'hands' });
  expect(review.canRedo).toBeNull();
  expect(review.canUndo).toBe('Edit note of shot 1');
});

test('several decisions are one step, of which what ran is stepped over', () => {
  const review = board(4);
  const commands = [
    approval(0),
    approval(1),
    approval(2),
    { type: 'hold', shotId: 'shot-3', reason: '' } as const,
  ];
  desk.run(review, { type: 'bulk', commands });
  expect(review.canUndo).toBe('Change 4 shots');
  const [first, second, third] = requestsOf(review) as [Request, Request, Request];
  makePicture(review, first);
  makePicture(review, second);
  setRequest(review, third, { state: 'running' });
  const [told] = review.undo();
  expect(told).toEqual({
    label: 'Change 4 shots',
    changed: true,
    note: 'The 2 pictures made for it stay among the takes. The picture under way for shot 3 is stopped.',
    shotIds: ['shot-0', 'shot-1', 'shot-2', 'shot-3'],
  });
  expect(review.records.shot).toEqual(aBoard(4).shot);
  expect(requestsOf(review).map(({ state }) => state)).toEqual(['done', 'done']);
  expect(review.records.decision).toEqual({});
  expect(review.canUndo).toBeNull();
});

test('what was changed later in other fields, or in the same one, stays; the step does not jam', () => {
  const review = board();
  desk.run(review, { type: 'edit-prompt', shotId: 'shot-0', prompt: 'rain', negativePrompt: 'sun' });
  desk.run(review, { type: 'edit-description', shotId: 'shot-0', description: 'rain' });
  review.system('Elsewhere', (records) =>
    setShot(records, 'shot-0', { prompt: 'snow', description: 'snow', note: 'hands', pickId: null }),
  );
  const { records } = review;
  expect(review.undo()[0]).toEqual({
    label: 'Edit description of shot 1',
    changed: false,
    note: 'It was changed again later and stays as it is.',
    shotIds: ['shot-0'],
  });
  expect(review.records).toEqual(records);
  expect(review.undo()[0]).toMatchObject({
    label: 'Edit prompt of shot 1',
    changed: true,
    note: 'Part of it was changed again later and stays as it is.',
  });
  expect(shotOf(review, 0)).toMatchObject({
    prompt: 'snow',
    negativePrompt: 'text',
    description: 'snow',
    note: 'hands',
    pickId: null,
  });
  review.redo();
  expect(review.redo()[0]).toMatchObject({ changed: false, note: 'It is already like that.' });
  expect(review.records).toEqual(records);
});

test('the order of the shots goes back as a whole or not at all, and the ends of facts with it', () => {
  const review = board(4);
  const fact = { ...aFact('fact-0'), firstShotId: 'shot-0', lastShotId: 'shot-1' };
  desk.run(review, { type: 'put-fact', fact });
  desk.run(review, { type: 'move-shots', shotIds: ['shot-0'], beside: 'shot-3', side: 'after' });
  expect(review.records.fact['fact-0']).toMatchObject({ firstShotId: 'shot-1', lastShotId: 'shot-1' });
  const moved = review.records;
  review.undo();
  expect(review.records.fact['fact-0']).toEqual(fact);
  review.redo();
  expect(review.records).toEqual(moved);
  review.system('Elsewhere', (records) =>
    setShot(setShot(records, 'shot-2', { position: 2 }), 'shot-3', { position: 1 }),
  );
  expect(review.undo()[0]).toMatchObject({
    label: 'Move shot 1 after shot 4',
    changed: false,
    shotIds: ['shot-0'],
  });
  expect(review.records.fact['fact-0']).toMatchObject({ firstShotId: 'shot-1', lastShotId: 'shot-1' });
  expect(
    Object.values(review.records.shot)
      .map(({ position }) => position)
      .sort(),
  ).toEqual([0, 1, 2, 3]);
});

test('what a step took away comes back only where its shot still is; a pick only where its take is', () => {
  const review = board(2);
  desk.run(review, { type: 'remove-claim', claimId: 'claim-1' });
  review.system('Take', (records) => ({
    ...records,
    take: { ...records.take, other: { ...aTake(0), id: 'other' } },
  }));
  desk.run(review, { type: 'pick-take', shotId: 'shot-0', takeId: 'other' });
  review.system('Elsewhere', ({ take, claim, ...records }) => {
    const { 'take-0': _take, 'take-1': _other, ...takes } = take;
    const { 'shot-1': _shot, ...shot } = records.shot;
    return { ...records, shot, take: takes, claim: {} };
  });
  expect(review.undo()[0]).toMatchObject({ label: 'Pick take 2 of shot 1', changed: false });
  expect(shotOf(review, 0).pickId).toBe('other');
  expect(review.undo()[0]).toMatchObject({ label: 'Remove claim from shot 2', changed: false, shotIds: [] });
  expect(review.records.claim).toEqual({});
  expect(review.canUndo).toBeNull();
});

test('a step whose change cannot be read is stepped over, and older ones are reached', () => {
  const review = board();
  desk.run(review, { type: 'set-note', shotId: 'shot-0', note: 'hands' });
  desk.run(review, { type: 'set-stars', shotId: 'shot-1', stars: 3 });
  desk.close(review);
  desk.alter(review, `UPDATE events SET diff = '{"shot": 3}' WHERE label = 'Rate shot 2'`);
  const again = desk.open();
  expect(again.history().map(({ label }) => label)).toContain('Rate shot 2');
  expect(again.undo()[0]).toEqual({
    label: 'Rate shot 2',
    changed: false,
    note: 'What it changed cannot be read and stays as it is.',
    shotIds: ['shot-1'],
  });
  expect(again.undo()[0]).toMatchObject({ label: 'Edit note of shot 1', changed: true });
  expect(shotOf(again, 0).note).toBe('');
});

test('where the command cannot be read any more, the shots are those of its change', () => {
  const review = board(3);
  const commands: Command[] = [
    { type: 'set-note', shotId: 'shot-2', note: 'hands' },
    { type: 'add-claim', shotId: 'shot-1', kind: 'count', text: 'two gulls' },
    { type: 'move-shots', shotIds: ['shot-0'], beside: 'shot-2', side: 'after' },
  ];
  for (const command of commands) desk.run(review, command);
  desk.close(review);
  desk.alter(review, `UPDATE events SET command = '{"type": "explode"}' WHERE command IS NOT NULL`);
  const again = desk.open();
  expect(commands.map(() => again.undo()[0].shotIds)).toEqual([[], ['shot-1'], ['shot-2']]);
});

test('the shots of a step are told whether it takes something away or puts it back, but for those that have gone', () => {
  const review = board(3);
  desk.run(review, { type: 'set-note', shotId: 'shot-2', note: 'hands' });
  desk.run(review, { type: 'remove-claim', claimId: 'claim-1' });
  expect(review.undo()[0].shotIds).toEqual(['shot-1']);
  expect(review.redo()[0].shotIds).toEqual(['shot-1']);
  review.undo();
  review.importRecords(aBoard(2));
  expect(review.undo()[0]).toMatchObject({ label: 'Edit note of shot 3', shotIds: [] });
});

test('lists go back as fields do, also after the program was closed', () => {
  const review = board();
  const fact = { ...aFact('fact-0'), aliases: ['the girl', 'Mira'] };
  desk.run(review, { type: 'put-fact', fact });
  desk.close(review);
  const again = desk.open();
  again.undo();
  expect(again.records.fact['fact-0']).toEqual(aFact('fact-0'));
});

test('where nothing was decided there is nothing to undo or to redo, and a new decision is not to be redone', () => {
  const review = board();
  const codes = () => [codeOf(() => review.undo()), codeOf(() => review.redo())];
  expect(codes()).toEqual(['NOTHING_TO_UNDO', 'NOTHING_TO_REDO']);
  desk.run(review, { type: 'set-note', shotId: 'shot-0', note: 'hands' });
  expect(codeOf(() => review.redo())).toBe('NOTHING_TO_REDO');
  review.undo();
  expect(codeOf(() => review.undo())).toBe('NOTHING_TO_UNDO');
});
