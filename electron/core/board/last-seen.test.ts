import type { Frame } from '@core/findings/index.js';
import { aClaim } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sight } from './sight.js';
import { plainAnswers } from './testing/plain-answers.js';

const CLAIM = {
  ...aClaim(0),
  id: 'coat',
  kind: 'attribute' as const,
  text: 'a girl in a red coat',
  negated: false,
};

/** A board on which each shot passes the one claim or not; `order` names its shots. */
function boardOf(passes: Readonly<Record<string, boolean>>) {
  let order = Object.keys(passes);
  const shots = Object.fromEntries(order.map((id) => [id, { id, number: id.toUpperCase(), pickId: id }]));
  const answers = plainAnswers({
    records: () => ({ shot: shots, fact: {} }) as never,
    positionOf: (id) => order.indexOf(id),
  });
  const frame = (id: string) => ({ shot: { id }, take: { id } }) as unknown as Frame;
  const judge = (id: string, passing: boolean) => {
    const at = Object.keys(passes).indexOf(id);
    const verdict = {
      claimId: CLAIM.id,
      p: (passing ? 0.9 : 0.1) - at / 100,
      outcome: passing ? 'pass' : 'fail',
    };
    const sight = { take: { id }, shotId: id, claims: [CLAIM], verdicts: [verdict], measures: null };
    answers.put(id, null, sight as unknown as Sight);
  };
  for (const [id, passing] of Object.entries(passes)) judge(id, passing);
  return {
    judge,
    lastSeen: (id: string) =>
      answers.reading(id, (board) => {
        // As findings do: what shows it best is known, and stays the same.
        board.elsewhere(frame(id), CLAIM);
        return board.lastSeen(frame(id), CLAIM);
      }),
    reorder(next: readonly string[]) {
      order = [...next];
      return answers.reordered();
    },
  };
}

it('finds the nearest earlier shot that shows it, and how far back it is', () => {
  const board = boardOf({ a: true, b: true, c: false, d: false, e: true });
  expect(board.lastSeen('d')).toEqual({ shotId: 'b', takeId: 'b', p: 0.89, number: 'B', ago: 2 });
  expect(board.lastSeen('b')).toEqual({ shotId: 'a', takeId: 'a', p: 0.9, number: 'A', ago: 1 });
  expect(board.lastSeen('a')).toBeNull();
});

it('tells who asked when shots change places, though none shows anything else', () => {
  const board = boardOf({ a: true, b: false, c: false });
  board.lastSeen('c');
  expect([...board.reorder(['a', 'c', 'b'])]).toEqual(['c']);
  expect(board.lastSeen('c')).toMatchObject({ number: 'A', ago: 1 });
});

it('finds the same however shots were judged again and moved meanwhile', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const step = fc.oneof(
    fc.record({ judged: fc.constantFrom(...ids), passing: fc.boolean() }),
    fc.record({ order: fc.shuffledSubarray(ids, { minLength: ids.length }) }),
    fc.record({ asked: fc.constantFrom(...ids) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const passes = new Map(ids.map((id, at) => [id, at % 2 === 0]));
      let order = ids;
      const board = boardOf(Object.fromEntries(passes));
      for (const one of [...steps, ...ids.map((asked) => ({ asked }))]) {
        if ('judged' in one) {
          passes.set(one.judged, one.passing);
          board.judge(one.judged, one.passing);
        } else if ('order' in one) {
          order = one.order;
          board.reorder(order);
        } else {
          const own = order.indexOf(one.asked);
          const before = order.slice(0, own).findLastIndex((id) => passes.get(id));
          const id = order[before] ?? '';
          const wanted = { shotId: id, takeId: id, number: id.toUpperCase(), ago: own - before };
          const last = board.lastSeen(one.asked);
          expect(last).toEqual(before < 0 ? null : { ...wanted, p: 0.9 - ids.indexOf(id) / 100 });
        }
      }
    }),
    { numRuns: 300 },
  );
});
