import type { Verdict } from '@shared/analysis.js';
import { aClaim } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Statements } from './statements.js';

interface Judged {
  readonly text: string;
  readonly p: number | null;
  readonly outcome: Verdict['outcome'];
  readonly negated?: boolean;
}

/** What a shot's pick says; the take is another one for each round. */
function pickOf(judged: readonly Judged[], round = 0) {
  const claims = judged.map(({ text, negated = false }, n) => ({ ...aClaim(n), text, negated }));
  const verdicts = judged.map(
    ({ p, outcome, text }, n): Verdict => ({
      claimId: `claim-${n}`,
      kind: 'attribute',
      text,
      p,
      outcome,
      reason: '',
      weight: 1,
    }),
  );
  return { takeId: `take ${round}`, claims, verdicts };
}
const seen = (p: number, text = 'red'): Judged => ({ text, p, outcome: p >= 0.5 ? 'pass' : 'fail' });
const RED = { kind: 'attribute', text: 'red', negated: false } as const;

describe('how a statement fares on the other picks', () => {
  it('is as if all of them were read anew, whatever changed before', () => {
    const judged = fc.record({
      text: fc.constantFrom('red', 'blue'),
      p: fc.option(fc.constantFrom(0, 0.25, 0.5, 0.75, 1)),
      outcome: fc.constantFrom('pass' as const, 'fail' as const, 'unsure' as const),
    });
    const change = fc.record({
      shot: fc.nat(5),
      pick: fc.option(fc.array(judged, { maxLength: 3 })),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const statements = new Statements(Number);
        const picks = new Map<number, readonly Judged[]>();
        for (const { shot, pick } of changes) {
          const before = [0, 1, 2, 3, 4, 5].map((at) =>
            statements.elsewhere(String(at), statements.get(RED)),
          );
          const changed = statements.put(String(shot), pick && pickOf(pick));
          picks.set(shot, pick ?? []);
          const others = [0, 1, 2, 3, 4, 5].map((asking) => {
            const said = [...picks].flatMap(([at, all]) => {
              const first = all.find(({ text }) => text === 'red');
              return first && first.p !== null && at !== asking ? [{ at, ...first, p: first.p }] : [];
            });
            const ps = said.map(({ p }) => p).sort((a, b) => a - b);
            const middle = ps.length / 2;
            const best = said.sort((a, b) => b.p - a.p || a.at - b.at).slice(0, 2);
            return {
              shots: said.length,
              holds: said.filter(({ outcome }) => outcome === 'pass').length,
              median:
                ps.length === 0
                  ? 0
                  : ((ps[Math.floor(middle - 0.5)] ?? 0) + (ps[Math.ceil(middle - 0.5)] ?? 0)) / 2,
              best: best.map(({ at, p }) => ({ shotId: String(at), takeId: 'take 0', p })),
            };
          });
          const after = [0, 1, 2, 3, 4, 5].map((at) => statements.elsewhere(String(at), statements.get(RED)));
          expect(after).toEqual(others);
          if (!changed.includes(statements.get(RED))) expect(after).toEqual(before);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tells which statements fare otherwise, and no others', () => {
    const statements = new Statements(Number);
    const texts = (judged: readonly Judged[] | null, round = 0) =>
      statements
        .put('1', judged && pickOf(judged, round))
        .map((one) => ['red', 'blue'].find((text) => statements.get({ ...RED, text }) === one));
    expect(texts([seen(0.9), seen(0.2, 'blue')])).toEqual(['red', 'blue']);
    expect(texts([seen(0.9), seen(0.3, 'blue')])).toEqual(['blue']);
    expect(texts([seen(0.9), seen(0.3, 'blue')])).toEqual([]);
    expect(texts([seen(0.9), { text: 'blue', p: 0.3, outcome: 'pass' }])).toEqual(['blue']);
    expect(texts([seen(0.9)], 1)).toEqual(['red', 'blue']);
    expect(texts(null)).toEqual(['red']);
    expect(texts(null)).toEqual([]);
  });

  it('does not take what must not be seen for what must, and passes over a claim that is gone', () => {
    const statements = new Statements(Number);
    const no = statements.get({ ...RED, negated: true });
    expect(no).not.toBe(statements.get(RED));
    expect(statements.get({ ...RED, kind: 'entity' })).not.toBe(statements.get(RED));
    statements.put('1', pickOf([{ ...seen(0.9), negated: true }]));
    expect(statements.elsewhere('2', statements.get(RED)).shots).toBe(0);
    expect(statements.elsewhere('2', no).shots).toBe(1);
    expect(statements.put('3', { ...pickOf([seen(0.9)]), claims: [] })).toEqual([]);
  });

  it('is another one after the order changed only where equals change places among the best', () => {
    let positions: readonly string[] = ['1', '2', '3', '4'];
    const statements = new Statements((shotId) => positions.indexOf(shotId));
    for (const id of positions) statements.put(id, pickOf([seen(id === '4' ? 0.6 : 0.9)]));
    const red = statements.get(RED);
    expect(statements.isReordered(red)).toBe(true);
    expect(statements.elsewhere('4', red).best.map(({ shotId }) => shotId)).toEqual(['1', '2']);
    positions = ['4', '1', '2', '3'];
    expect(statements.isReordered(red)).toBe(false);
    positions = ['3', '2', '1', '4'];
    expect(statements.isReordered(red)).toBe(true);
    expect(statements.elsewhere('4', red).best.map(({ shotId }) => shotId)).toEqual(['3', '2']);
  });
});
