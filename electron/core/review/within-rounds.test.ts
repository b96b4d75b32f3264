import type { Records, RecordsDiff, Request } from '@shared/records/index.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { anOrder } from './testing/program.js';
import { withinRounds } from './within-rounds.js';

const byId = (requests: readonly Request[]) => Object.fromEntries(requests.map((one) => [one.id, one]));
const having = (...requests: Request[]): Records => ({ ...aBoard(3), request: byId(requests) });
const ordering = (...requests: Request[]) => ({
  request: { added: byId(requests), updated: {}, removed: {} },
});
const changing = (from: Request, fields: Partial<Request>): RecordsDiff => ({
  request: { added: {}, updated: { [from.id]: [from, { ...from, ...fields }] }, removed: {} },
});

it('numbers the orders of a step from the rounds that their shots have had, and leaves the step as it is else', () => {
  const now = having(anOrder('old', 0, { state: 'done' }), anOrder('failed', 1, { state: 'failed' }));
  const step = ordering(anOrder('a', 0), anOrder('b', 0), anOrder('c', 1));
  expect(withinRounds(now, step, 3)).toEqual({
    step: ordering(anOrder('a', 0, { round: 2 }), anOrder('b', 0, { round: 3 }), anOrder('c', 1)),
    spent: [],
  });
});

it('leaves out the shots that would have more rounds than they may, with all that the step does to them', () => {
  const now = having(anOrder('old', 0, { state: 'done' }));
  const { shot, decision, claim } = aBoard(3);
  const [first, second] = [shot['shot-0'], shot['shot-1']];
  if (!first || !second) throw new Error('the board has three shots');
  const step: RecordsDiff = {
    ...ordering(anOrder('a', 0), anOrder('b', 0), anOrder('c', 1)),
    shot: {
      added: {},
      updated: {
        'shot-0': [first, { ...first, status: 'approved' }],
        'shot-1': [second, { ...second, status: 'approved' }],
      },
      removed: {},
    },
    claim: { added: {}, updated: {}, removed: claim },
    decision: { added: decision, updated: {}, removed: {} },
  };
  const within = withinRounds(now, step, 2);
  expect(within.spent).toEqual(['shot-0']);
  expect(Object.keys(within.step.request?.added ?? {})).toEqual(['c']);
  expect(Object.keys(within.step.shot?.updated ?? {})).toEqual(['shot-1']);
  expect(Object.keys(within.step.claim?.removed ?? {})).toEqual(['claim-1', 'claim-2']);
});

it('counts candidates that were ordered together as one round, also with those that are made', () => {
  const set = (n: number, fields = {}) => anOrder(`c${n}`, 0, { setId: 'c1', ...fields });
  const both = ordering(set(1), set(2));
  expect(withinRounds(having(anOrder('old', 0, { state: 'done' })), both, 2)).toEqual({
    step: ordering(set(1, { round: 2 }), set(2, { round: 2 })),
    spent: [],
  });
  expect(withinRounds(having(anOrder('old', 0, { state: 'done' })), both, 1).spent).toEqual(['shot-0']);
  const again = changing(set(2, { state: 'cancelled' }), { state: 'queued' });
  expect(
    withinRounds(having(set(1, { state: 'done' }), set(2, { state: 'cancelled' })), again, 1).spent,
  ).toEqual([]);
});

const order = anOrder('old', 0);

it.each([
  ['a cancelled order waits again', { ...order, state: 'cancelled' }, { state: 'queued' }, ['shot-0']],
  ['a cancelled order stays so', { ...order, state: 'cancelled' }, { error: 'stopped' }, []],
  ['an order that waits goes on', { ...order, state: 'queued' }, { state: 'running' }, []],
] as const)('where the shot may have no more rounds and %s', (_what, now, fields, spent) => {
  const done = anOrder('done', 0, { state: 'done' });
  const step = changing(now, fields);
  const within = withinRounds(having(now, done), step, 1);
  expect(within.spent).toEqual(spent);
  if (spent.length === 0) expect(within.step).toEqual(step);
});

it('asks nothing of an order that is gone, and a cancelled one waits again as the one that it was', () => {
  const step = changing({ ...order, state: 'cancelled' }, { state: 'queued' });
  expect(withinRounds(having(), step, 0)).toEqual({ step, spent: [] });
  expect(withinRounds(having({ ...order, state: 'cancelled' }), step, 1)).toEqual({ step, spent: [] });
});

it('leaves a step that orders nothing as it is', () => {
  expect(withinRounds(having(), {}, 0)).toEqual({ step: {}, spent: [] });
});
