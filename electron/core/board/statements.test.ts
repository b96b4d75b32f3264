import type { Verdict } from '@shared/analysis.js';
import { medianOfSorted } from '@shared/median.js';
import type { Claim } from '@shared/records/index.js';
import { aClaim } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Statements } from './statements.js';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const COAT = { kind: 'attribute' as const, text: 'a red coat', negated: false };
/** The same words for something else each, and others. */
const WORDS = [
  COAT,
  { ...COAT, negated: true },
  { ...COAT, kind: 'entity' as const },
  { ...COAT, text: 'a dog' },
];

interface Answer {
  /** Of `WORDS`. */
  readonly word: number;
  readonly p: number | null;
  readonly isPass: boolean;
}

const pickOf = (takeId: string, answers: readonly Answer[]) => {
  const claims = answers.map(
    ({ word }, at): Claim => ({ ...aClaim(at), ...WORDS[word], id: `${takeId} ${at}` }),
  );
  const verdicts = answers.map(
    ({ p, isPass, word }, at): Verdict => ({
      ...{ claimId: `${takeId} ${at}`, p, outcome: isPass ? 'pass' : 'fail', reason: '', weight: 1 },
      ...{ kind: WORDS[word]?.kind ?? 'entity', text: '' },
    }),
  );
  return { takeId, claims, verdicts };
};
const said = (p: number | null, isPass = (p ?? 0) > 0.5): Answer => ({ word: 0, p, isPass });

function board(order: readonly string[] = IDS) {
  const state = { order };
  const statements = new Statements((id) => state.order.indexOf(id));
  return { statements, state, coat: statements.get(COAT) };
}

describe('a statement', () => {
  it('is one by its kind, words and whether it is denied, whoever asks', () => {
    const { statements, coat } = board();
    const all = WORDS.map((words) => statements.get(words));
    expect(new Set(all).size).toBe(WORDS.length);
    expect(all[0]).toBe(coat);
    expect(WORDS.map((words) => statements.get(words))).toEqual(all);
  });

  it('is named where it fares otherwise, and only there', () => {
    const { statements, coat } = board();
    const dog = statements.get(WORDS[3] as typeof COAT);
    const put = (...answers: Answer[]) => statements.put('a', pickOf('ta', answers));
    expect(put(said(0.9))).toEqual([coat]);
    expect(put(said(0.9))).toEqual([]);
    expect(put(said(0.8)), 'surer or less sure').toEqual([coat]);
    expect(put(said(0.8, false)), 'held, and holds no more').toEqual([coat]);
    expect(put({ word: 3, p: 0.8, isPass: true })).toEqual([coat, dog]);
    expect(put({ word: 3, p: null, isPass: true }), 'not judged').toEqual([dog]);
    put(said(0.8));
    expect(statements.put('a', pickOf('another', [said(0.8)])), 'of another take').toEqual([coat]);
    expect(statements.put('a', null)).toEqual([coat]);
    expect(statements.put('a', null)).toEqual([]);
  });

  it('is that of the first of two claims of a shot that say it', () => {
    const { statements, coat } = board();
    statements.put('a', pickOf('ta', [said(0.9), said(0.1)]));
    expect(statements.elsewhere('b', coat)).toMatchObject({ shots: 1, holds: 1, median: 0.9 });
    statements.put('a', pickOf('ta', [said(null), said(0.1)]));
    expect(statements.elsewhere('b', coat)).toMatchObject({ shots: 0, holds: 0, median: 0, best: [] });
  });

  it('is not asked by a verdict of no claim', () => {
    const { statements } = board();
    const { verdicts, takeId } = pickOf('ta', [said(0.9)]);
    expect(statements.put('a', { takeId, verdicts, claims: [] })).toEqual([]);
  });

  it('is shown best by others once they change places with their equals', () => {
    const { statements, state, coat } = board();
    for (const id of ['a', 'b', 'c', 'd']) statements.put(id, pickOf(`t${id}`, [said(0.9)]));
    expect(statements.isReordered(coat), 'nobody has asked').toBe(true);
    expect(statements.elsewhere('a', coat).best.map(({ shotId }) => shotId)).toEqual(['b', 'c']);
    const isOtherIn = (order: string[]) => {
      state.order = order;
      statements.reorder();
      return statements.isReordered(coat);
    };
    expect(isOtherIn(['a', 'b', 'c', 'e', 'd'])).toBe(false);
    expect(isOtherIn(['d', 'a', 'b', 'c'])).toBe(true);
    expect(statements.elsewhere('a', coat).best.map(({ shotId }) => shotId)).toEqual(['d', 'b']);
  });
});

it('fares on the others as counting them anew says, whatever was judged, moved and asked before', () => {
  const id = fc.constantFrom(...IDS);
  const answer = fc.record({
    word: fc.nat(WORDS.length - 1),
    p: fc.option(fc.constantFrom(0, 0.2, 0.5, 0.9, 1), { freq: 8 }),
    isPass: fc.boolean(),
  });
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ put: id, answers: fc.option(fc.array(answer, { maxLength: 4 })) }) },
    { weight: 1, arbitrary: fc.record({ order: fc.shuffledSubarray(IDS, { minLength: IDS.length }) }) },
    { weight: 2, arbitrary: fc.record({ asked: id }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const { statements, state } = board();
      const picks = new Map<string, readonly Answer[]>();
      const ask = (shotId: string) => {
        for (const [word, words] of WORDS.entries()) {
          const all = state.order.flatMap((of, place) => {
            const first = picks.get(of)?.find((one) => one.word === word);
            return first && first.p !== null ? [{ of, place, p: first.p, isPass: first.isPass }] : [];
          });
          const others = all.filter(({ of }) => of !== shotId);
          const shown = (one: { of: string; p: number }) => ({
            shotId: one.of,
            takeId: `t${one.of}`,
            p: one.p,
          });
          const statement = statements.get(words);
          expect(statements.elsewhere(shotId, statement)).toEqual({
            shots: others.length,
            holds: others.filter(({ isPass }) => isPass).length,
            median: others.length === 0 ? 0 : medianOfSorted(others.map(({ p }) => p).sort((a, b) => a - b)),
            best: [...others]
              .sort((a, b) => b.p - a.p || a.place - b.place)
              .slice(0, 2)
              .map(shown),
          });
          const own = state.order.indexOf(shotId);
          const last = all.filter(({ isPass, place }) => isPass && place < own).at(-1);
          expect(statements.lastBefore(shotId, statement)).toEqual(
            last ? { ...shown(last), ago: own - last.place } : null,
          );
        }
      };
      for (const one of steps) {
        if ('asked' in one) ask(one.asked);
        else if ('order' in one) {
          state.order = one.order;
          statements.reorder();
          for (const words of WORDS) statements.isReordered(statements.get(words));
        } else {
          const { put, answers } = one;
          if (answers) picks.set(put, answers);
          else picks.delete(put);
          statements.put(put, answers && pickOf(`t${put}`, answers));
        }
      }
      for (const one of IDS) ask(one);
    }),
    { numRuns: 200 },
  );
});
