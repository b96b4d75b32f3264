import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from './analysis.js';
import { type ClaimAnswer, descriptionScore, inDependencyOrder, settle } from './claim-graph.js';
import { type Claim, NO_PARTS } from './records/index.js';

const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  shotId: 's',
  kind: 'entity',
  text: id,
  ...NO_PARTS,
  parents: [],
  span: null,
  weight: 1,
  negated: false,
  muted: false,
  source: 'description',
  factId: null,
  ...more,
});
const limits = { pass: 0.6, fail: 0.4 };

describe('settle', () => {
  it('skips what hangs on a failure, inverts what is negated, says why it did not judge', () => {
    const claims = [
      claim('red', { parents: ['dog'] }),
      claim('dog'),
      claim('bright red', { parents: ['red'] }),
      claim('hat', { negated: true }),
      claim('sign', { kind: 'text' }),
      claim('quiet', { muted: true }),
    ];
    const answers = new Map<string, ClaimAnswer>([
      ['dog', 0.1],
      ['red', 0.9],
      ['hat', 0.05],
      ['quiet', 0.5],
      ['sign', { notJudged: 'cannot read' }],
    ]);
    const verdicts = settle(claims, answers, () => limits);
    expect(verdicts.map((v) => [v.claimId, v.outcome, v.p, v.reason])).toEqual([
      ['dog', 'fail', 0.1, ''],
      ['red', 'skipped', null, '“dog” was not found'],
      ['bright red', 'skipped', null, '“red” was not found'],
      ['hat', 'pass', 0.95, ''],
      ['sign', 'not-judged', null, 'cannot read'],
    ]);
    expect(descriptionScore(verdicts, null)).toBeCloseTo((0.1 + 0 + 0 + 0.95) / 4);
    expect(descriptionScore(verdicts, 0.5, 0.5)).toBeCloseTo(((0.1 + 0.95) / 4 + 0.5) / 2);
    expect(descriptionScore([], null)).toBeNull();
  });

  it('weighs claims, counts skipped ones as nothing and leaves out those not judged', () => {
    const verdict = (outcome: Verdict['outcome'], p: number | null, weight: number): Verdict => ({
      claimId: outcome,
      kind: 'entity',
      text: '',
      reason: '',
      outcome,
      p,
      weight,
    });
    const verdicts = [verdict('pass', 0.9, 3), verdict('skipped', null, 1), verdict('not-judged', null, 9)];
    expect(descriptionScore(verdicts, null)).toBeCloseTo(2.7 / 4);
    expect(descriptionScore(verdicts, 1, 0.5)).toBeCloseTo((2.7 / 4 + 1) / 2);
    expect(descriptionScore(verdicts, 1)).toBeCloseTo(0.75 * (2.7 / 4) + 0.25);
    expect(descriptionScore([], 0.3)).toBe(0.3);
    expect(descriptionScore([verdict('not-judged', null, 1)], null)).toBeNull();
  });

  it('holds at the upper limit, fails at the lower one, and is unsure between; each kind has its own limits', () => {
    const claims = ['a', 'b', 'c', 'd'].map((id) => claim(id));
    const answers = new Map<string, ClaimAnswer>([
      ['a', 0.6],
      ['b', 0.4],
      ['c', 0.5],
      ['d', 1.2],
      ['e', 0.5],
      ['f', -0.1],
    ]);
    const others = [claim('e', { kind: 'count' }), claim('f', { negated: true })];
    const verdicts = settle([...claims, ...others], answers, ({ kind }) =>
      kind === 'count' ? { pass: 0.5, fail: 0.1 } : limits,
    );
    expect(verdicts.map((v) => [v.claimId, v.outcome, v.p])).toEqual([
      ['a', 'pass', 0.6],
      ['b', 'fail', 0.4],
      ['c', 'unsure', 0.5],
      ['d', 'pass', 1],
      ['e', 'pass', 0.5],
      ['f', 'pass', 1],
    ]);
  });

  it('skips nothing for a parent that is unsure, muted, not judged or not there', () => {
    const claims = [
      claim('unsure'),
      claim('muted', { muted: true }),
      claim('silent'),
      ...['unsure', 'muted', 'silent', 'gone'].map((parent) => claim(`on ${parent}`, { parents: [parent] })),
    ];
    const answers = new Map<string, ClaimAnswer>([
      ['unsure', 0.5],
      ['muted', 0],
      ...['unsure', 'muted', 'silent', 'gone'].map((parent): [string, ClaimAnswer] => [`on ${parent}`, 0.9]),
    ]);
    const outcomes = settle(claims, answers, () => limits).map(({ claimId, outcome, reason }) => [
      claimId,
      outcome,
      reason,
    ]);
    expect(outcomes).toEqual([
      ['unsure', 'unsure', ''],
      ['silent', 'not-judged', 'the judge gave no answer'],
      ['on unsure', 'pass', ''],
      ['on muted', 'pass', ''],
      ['on silent', 'pass', ''],
      ['on gone', 'pass', ''],
    ]);
  });

  it('puts every parent before its children, even where parents form a ring', () => {
    const graphs = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }), { maxLength: 10 });
    fc.assert(
      fc.property(graphs, (parents) => {
        const acyclic = parents.map((of, i) =>
          claim(`${i}`, { parents: of.filter((p) => p > i).map(String) }),
        );
        const ordered = inDependencyOrder(acyclic);
        expect(ordered).toHaveLength(acyclic.length);
        const at = new Map(ordered.map((c, i) => [c.id, i]));
        for (const c of ordered)
          for (const p of c.parents) if (at.has(p)) expect(at.get(p)).toBeLessThan(at.get(c.id) as number);
        const any = parents.map((of, i) => claim(`${i}`, { parents: of.map(String) }));
        expect(inDependencyOrder(any)).toHaveLength(any.length);
      }),
      { numRuns: 300 },
    );
  });
});
