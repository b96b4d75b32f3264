import {
  type Records,
  type Request,
  type Row,
  type Rows,
  sameValue,
  TABLE_NAMES,
  TABLES,
} from '@shared/records/index.js';
import { codeOf } from '@testing/code-of.js';
import { type Draw, drawCommand } from '@testing/commands.js';
import { aBoard, aClaim } from '@testing/records.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Review } from './index.js';
import { freshDesk } from './testing/desk.js';
import { makePicture, setRequest, setShot } from './testing/program.js';

const desk = freshDesk();
let boards = 0;

/** As `toEqual`, which takes its time to say that nothing differs. */
const same = (a: Records, b: Records): void => {
  if (!sameValue(a, b)) expect(a).toEqual(b);
};

const runs = (draw: fc.Arbitrary<Draw>) => draw.map((draw) => ({ do: 'run' as const, draw }));
const plain = (what: 'undo' | 'redo' | 'reopen') => fc.constant({ do: what });

test('any commands, undone and redone and reopened at any time, follow a plain list of states', () => {
  const operation = fc.oneof(
    { weight: 6, arbitrary: runs(drawCommand) },
    { weight: 3, arbitrary: plain('undo') },
    { weight: 2, arbitrary: plain('redo') },
    { weight: 1, arbitrary: plain('reopen') },
  );
  fc.assert(
    fc.property(fc.array(operation, { minLength: 4, maxLength: 12 }), (operations) => {
      const name = `board-${boards++}`;
      let review = desk.open(name);
      review.importRecords(aBoard(3));
      const past: Records[] = [];
      const future: Records[] = [];
      let present = review.records;
      for (const operation of operations) {
        if (operation.do === 'run') {
          const command = operation.draw(present);
          const { records } = review;
          const code = codeOf(() => desk.run(review, command));
          expect(['none', 'NOT_FOUND', 'LIMIT_REACHED', 'CONFLICT']).toContain(code);
          if (review.records !== records) {
            past.push(present);
            future.length = 0;
            present = review.records;
          }
        } else if (operation.do === 'undo') {
          const before = past.pop();
          expect(codeOf(() => review.undo())).toBe(before ? 'none' : 'NOTHING_TO_UNDO');
          if (before) future.push(present);
          present = before ?? present;
        } else if (operation.do === 'redo') {
          const after = future.pop();
          expect(codeOf(() => review.redo())).toBe(after ? 'none' : 'NOTHING_TO_REDO');
          if (after) past.push(present);
          present = after ?? present;
        } else {
          desk.close(review);
          review = desk.open(name);
        }
        same(review.records, present);
        expect(review.canUndo !== null).toBe(past.length > 0);
        expect(review.canRedo !== null).toBe(future.length > 0);
      }
      desk.close(review);
    }),
    { numRuns: 200 },
  );
}, 300_000);

/** What the program does to the review by itself; `at` picks of what there is. */
type Program = (review: Review, at: number) => void;

const one = <T>(rows: readonly T[], at: number): T | undefined => rows[at % Math.max(1, rows.length)];
const openRequest = ({ records }: Review, at: number): Request | undefined =>
  one(
    Object.values(records.request).filter(({ state }) => state === 'queued' || state === 'running'),
    at,
  );
const withRequest =
  (change: (review: Review, request: Request) => void): Program =>
  (review, at) => {
    const request = openRequest(review, at);
    if (request) change(review, request);
  };

const PROGRAM: readonly Program[] = [
  withRequest((review, request) => setRequest(review, request, { state: 'running' })),
  withRequest((review, request) => setRequest(review, request, { state: 'failed', error: 'no server' })),
  withRequest((review, request) => makePicture(review, request)),
  withRequest((review, request) => makePicture(review, request, false)),
  (review, at) => {
    const take = one(Object.values(review.records.take), at);
    if (take) review.system('Pick', (records) => setShot(records, take.shotId, { pickId: take.id }));
  },
  (review, at) =>
    review.system('Derive claims', (records) => ({
      ...records,
      claim: { again: { ...aClaim(at % 3), id: 'again', parents: [] } },
    })),
];

/** Positions are dense, and whatever a record needs, or a shot shows, is there. */
const isWhole = (records: Records): void => {
  const positions = Object.values(records.shot).map(({ position }) => position);
  const faults = positions
    .sort((a, b) => a - b)
    .flatMap((position, at) => (position === at ? [] : [`position ${at}`]));
  const named = (row: Row, field: string, table: string) => {
    const rows: Rows = records[table as 'shot'];
    if (row[field] !== null && !Object.hasOwn(rows, String(row[field]))) faults.push(`${field} of ${row.id}`);
  };
  for (const shot of Object.values(records.shot)) named(shot, 'pickId', 'take');
  for (const table of TABLE_NAMES)
    for (const row of Object.values<Row>(records[table]))
      for (const [field, other] of Object.entries(TABLES[table].needs)) named(row, field, other);
  expect(faults).toEqual([]);
};

/** Orders that made nothing are fresh ones when they are done again, of whatever round is the next then. */
const ordersFresh = (records: Records): Records => ({
  ...records,
  request: Object.fromEntries(
    Object.entries(records.request).map(([id, request]) => [
      id,
      request.state === 'done' || request.state === 'cancelled'
        ? request
        : { ...request, state: 'queued' as const, error: null, round: 0 },
    ]),
  ),
});

test('whatever the program did meanwhile, undo reaches the beginning without an error, and redo comes back', () => {
  const operation = fc.oneof(
    { weight: 6, arbitrary: runs(drawCommand) },
    {
      weight: 4,
      arbitrary: fc
        .record({ what: fc.nat(PROGRAM.length - 1), at: fc.nat(1000) })
        .map((change) => ({ do: 'program' as const, ...change })),
    },
    { weight: 1, arbitrary: plain('undo') },
    { weight: 1, arbitrary: plain('redo') },
  );
  fc.assert(
    fc.property(fc.array(operation, { minLength: 4, maxLength: 14 }), (operations) => {
      const name = `board-${boards++}`;
      let review = desk.open(name);
      review.importRecords(aBoard(3));
      for (const operation of operations) {
        if (operation.do === 'run') codeOf(() => desk.run(review, operation.draw(review.records)));
        else if (operation.do === 'program') PROGRAM[operation.what]?.(review, operation.at);
        else codeOf(() => (operation.do === 'undo' ? review.undo() : review.redo()));
        isWhole(review.records);
      }
      const takes = Object.keys(review.records.take);
      while (review.canRedo !== null) review.redo();
      const end = ordersFresh(review.records);
      const back = (): Records => {
        while (review.canUndo !== null) {
          const label = review.canUndo;
          expect(review.undo()[0].label).toBe(label);
          isWhole(review.records);
        }
        return review.records;
      };
      const beginning = back();
      desk.close(review);
      review = desk.open(name);
      while (review.canRedo !== null) {
        review.redo();
        isWhole(review.records);
      }
      same(ordersFresh(review.records), end);
      same(back(), beginning);
      expect(Object.keys(review.records.take)).toEqual(takes);
      expect(Object.values(review.records.request).filter(({ state }) => state === 'running')).toEqual([]);
      desk.close(review);
    }),
    { numRuns: 200 },
  );
}, 300_000);
