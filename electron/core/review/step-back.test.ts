import {
  applyDiff,
  diffBetween,
  type Fact,
  type Records,
  type Request,
  type Shot,
} from '@shared/records/index.js';
import { aBoard, aClaim, aDecision, aFact, aShot, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { stepBack } from './step-back.js';
import { anOrder, setShot } from './testing/program.js';

const board = aBoard(3);
const shot = (n: number): Shot => board.shot[`shot-${n}`] as Shot;

const withOrders = (records: Records, ...orders: Request[]): Records => ({
  ...records,
  request: { ...records.request, ...Object.fromEntries(orders.map((order) => [order.id, order])) },
});
const withFact = (fields: Partial<Fact>): Records => ({
  ...board,
  fact: { 'fact-0': { ...aFact('fact-0'), ...fields } },
});
const without = (records: Records, table: 'shot' | 'take' | 'request', id: string): Records => {
  const { [id]: _gone, ...rest } = records[table] as Record<string, never>;
  return { ...records, [table]: rest };
};

/** What taking back the step from `before` to `after` still does, on the records as they are `now`. */
const takenBack = (before: Records, after: Records, now: Records) =>
  stepBack(now, diffBetween(after, before), 3);

/** What is said of a step that changes nothing any more. */
function changingNothing(...of: Parameters<typeof takenBack>) {
  const { diff, ...said } = takenBack(...of);
  expect(diff).toEqual({});
  return said;
}

const ends = { firstShotId: 'shot-0', lastShotId: 'shot-1' };

it('takes both ends of a fact back or neither', () => {
  const after = withFact({ ...ends, name: 'Mira' });
  const otherEnd = changingNothing(withFact({}), after, withFact({ ...ends, lastShotId: 'shot-2' }));
  expect(otherEnd.partly).toBe(true);
});

it('takes the ends of a fact back where something else of it was changed later', () => {
  const named = takenBack(
    withFact({}),
    withFact({ ...ends, name: 'Ada' }),
    withFact({ ...ends, name: 'Eve' }),
  );
  expect(named.partly).toBe(true);
  expect(named.diff.fact?.updated['fact-0']?.[1]).toEqual({ ...aFact('fact-0'), name: 'Eve' });
});

it('leaves the order of the shots as it is when one of them has gone', () => {
  const moved = setShot(setShot(board, 'shot-0', { position: 1 }), 'shot-1', { position: 0 });
  expect(changingNothing(board, moved, without(moved, 'shot', 'shot-1')).partly).toBe(true);
});

it('does nothing for a shot that has gone, and says so', () => {
  const noted = setShot(board, 'shot-0', { note: 'hands' });
  expect(changingNothing(board, noted, without(noted, 'shot', 'shot-0')).partly).toBe(true);
});

it('does nothing for an order that has gone, and says so', () => {
  const ordered = withOrders(board, anOrder('a', 0));
  expect(changingNothing(board, ordered, board)).toMatchObject({ kept: [], partly: true });
  expect(takenBack(board, ordered, ordered)).toMatchObject({ kept: [], partly: false });
});

it('does not order again from a take that has gone', () => {
  const ordered = withOrders(board, anOrder('a', 0));
  expect(changingNothing(ordered, board, without(board, 'take', 'take-0')).partly).toBe(true);
});

it('leaves an order that is there already', () => {
  const done = withOrders(board, anOrder('a', 0, { state: 'done' }));
  expect(changingNothing(withOrders(board, anOrder('a', 0)), board, done).partly).toBe(false);
});

it('says that it stops only what runs', () => {
  const waits = withOrders(board, anOrder('a', 0));
  const runs = withOrders(board, anOrder('a', 0, { state: 'running' }));
  const cancelled = withOrders(board, anOrder('a', 0, { state: 'cancelled' }));
  const stopped = (...of: Parameters<typeof takenBack>) => takenBack(...of).stopped.map(({ id }) => id);
  expect(stopped(cancelled, waits, runs)).toEqual(['a']);
  expect(stopped(cancelled, waits, waits)).toEqual([]);
  // Somebody set it going again meanwhile: it is not as the step left it.
  expect(stopped(waits, cancelled, runs)).toEqual([]);
});

const made = { state: 'done', resultTakeId: 'take-1' } as const;

it.each([
  ['pending', 'approved'],
  ['rejected', 'rejected'],
] as const)('a shot that was approved before its order, and is %s now, is %s then', (status, then) => {
  const now = withOrders(setShot(board, 'shot-0', { status, pickId: 'take-1' }), anOrder('a', 0, made));
  const { diff, kept } = takenBack(board, withOrders(board, anOrder('a', 0)), now);
  expect(kept).toHaveLength(1);
  const next = { ...shot(0), ...now.shot['shot-0'], ...diff.shot?.updated['shot-0']?.[1] };
  expect(next).toEqual({ ...shot(0), status: then, pickId: 'take-0' });
});

it('keeps the pick where the take that the picture was made from has gone', () => {
  const picked = setShot(board, 'shot-0', { status: 'pending', pickId: 'take-1' });
  const now = without(withOrders(picked, anOrder('a', 0, made)), 'take', 'take-0');
  const { diff } = takenBack(board, withOrders(board, anOrder('a', 0)), now);
  expect(diff.shot?.updated['shot-0']?.[1]).toEqual({ ...shot(0), status: 'approved', pickId: 'take-1' });
});

it('keeps a note that was changed after the picture came', () => {
  const approved = withOrders(
    setShot(board, 'shot-0', { status: 'approved', note: 'as it is' }),
    anOrder('a', 0),
  );
  const settled = setShot(approved, 'shot-0', { status: 'pending', note: 'hands' });
  const back = takenBack(board, approved, withOrders(settled, anOrder('a', 0, made)));
  expect(back.partly).toBe(true);
  expect({ ...settled.shot['shot-0'], ...back.diff.shot?.updated['shot-0']?.[1] }).toEqual({
    ...shot(0),
    note: 'hands',
  });
});

/** `board` with all that belongs to its third shot, whose picture was made and another one cancelled. */
const full: Records = {
  ...withOrders(
    board,
    anOrder('a', 2, { state: 'done', resultTakeId: 'made' }),
    anOrder('b', 2, { state: 'cancelled' }),
  ),
  take: {
    ...board.take,
    made: { ...aTake(2), id: 'made', origin: { kind: 'regenerated', requestId: 'a', fromTakeId: 'take-2' } },
  },
  claim: { 'claim-2': aClaim(2) },
  decision: { d: aDecision('d', { kind: 'hold', shotId: 'shot-2' }) },
};
/** The same without that shot, and with a new one in its place. */
const replaced: Records = {
  ...board,
  shot: { 'shot-0': shot(0), 'shot-1': shot(1), 'shot-9': { ...aShot(9), position: 2 } },
  take: {
    'take-0': board.take['take-0'],
    'take-1': board.take['take-1'],
    'take-9': aTake(9),
  } as Records['take'],
  claim: {},
};
/** What the program read of the new shot since. */
const read: Records = { ...replaced, claim: { 'claim-9': aClaim(9) } };
const taking = (records: Records, before: Records, after: Records): Records =>
  applyDiff(records, takenBack(before, after, records).diff);

it('a shot that went comes back with all that it had, and the new one goes with what was read of it', () => {
  expect(takenBack(full, replaced, read)).toMatchObject({ kept: [], stopped: [], spent: [], partly: false });
  expect(taking(read, full, replaced)).toEqual(full);
  // Done again, it is as it was.
  expect(taking(full, read, full)).toEqual(read);
});

it('comes back whatever rounds it had', () => {
  expect(stepBack(read, diffBetween(replaced, full), 0).spent).toEqual([]);
});

it.each<[string, Partial<Records>]>([
  ['decided', { decision: { e: aDecision('e', { kind: 'hold', shotId: 'shot-9' }) } }],
  ['asked of it', { claim: { 'claim-9': { ...aClaim(9), source: 'artist' } } }],
  ['ordered', { request: { c: anOrder('c', 9) } }],
])('a new shot of which something was %s stays, with its picture', (_, made) => {
  const now: Records = { ...read, ...made };
  const back = takenBack(full, replaced, now);
  expect(back.partly).toBe(true);
  const { shot: shots, take, ...rest } = applyDiff(now, back.diff);
  expect(shots['shot-9']).toEqual(now.shot['shot-9']);
  expect(take['take-9']).toEqual(aTake(9));
  expect(rest).toMatchObject(made);
  expect(shots['shot-2']).toEqual(full.shot['shot-2']);
});
