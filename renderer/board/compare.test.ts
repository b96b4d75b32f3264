import type { Verdict } from '@shared/analysis.js';
import { analysis, boardOf, take } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import { brokenClaims, claimChanges, inOrder, otherTake, untoldClaims } from './compare.js';
import type { ShotView } from './shot-view.js';

const newer = take(9, {
  shotId: 's0',
  round: 1,
  origin: { kind: 'regenerated', fromTakeId: 't0', requestId: 'r' },
});

function viewWith(...takes: ShotView['takes']): ShotView {
  const { records, overview } = boardOf(1);
  const [view] = joinBoardView(records, overview, 3).views;
  if (!view) throw new Error('There is no shot.');
  return { ...view, takes };
}

describe('the take to compare with', () => {
  it('is the one it was made from', () => {
    const between = take(5, { shotId: 's0', round: 1 });
    const view = viewWith(take(0), between, newer);
    expect(otherTake(view, newer)?.id).toBe('t0');
  });

  it('is the one before where it was made from none, else the one after, else none', () => {
    const [first, second, third] = [take(0), take(1), take(2)];
    const view = viewWith(first, second, third);
    expect([first, second, third].map((shown) => otherTake(view, shown)?.id)).toEqual(['t1', 't0', 't1']);
    expect(otherTake(viewWith(first), first)).toBeNull();
    expect(otherTake(viewWith(take(0), newer), newer)?.id).toBe('t0');
  });

  it('stands before a newer one: an earlier round, or made earlier in the same', () => {
    const ids = (takes: ReturnType<typeof inOrder>) => takes.map(({ id }) => id);
    const late = take(0, { createdAt: 99 });
    expect(ids(inOrder(newer, late))).toEqual(['t0', 't9']);
    expect(ids(inOrder(late, newer))).toEqual(['t0', 't9']);
    expect(ids(inOrder(take(2), take(1)))).toEqual(['t1', 't2']);
    expect(ids(inOrder(take(1), take(2)))).toEqual(['t1', 't2']);
    expect(ids(inOrder(take(1), take(2, { createdAt: 1 })))).toEqual(['t1', 't2']);
  });
});

describe('what changed from take to take', () => {
  const verdict = (claimId: string, p: number | null, text = claimId): Verdict => ({
    claimId,
    kind: 'attribute',
    text,
    p,
    outcome: 'pass',
    reason: '',
    weight: 1,
  });
  const judged = (...verdicts: Verdict[]) => ({ ...analysis('a', 0.5), verdicts });

  it('is said claim by claim, the largest change first, whichever way', () => {
    const changes = claimChanges(
      judged(verdict('coat', 0.1), verdict('dog', 0.9), verdict('hat', 0.8)),
      judged(verdict('dog', 0.8), verdict('hat', 0.3), verdict('coat', 0.9), verdict('new', null)),
    );
    expect(changes.map(({ claimId }) => claimId)).toEqual(['coat', 'hat', 'dog', 'new']);
    expect(changes.map(({ delta }) => delta?.toFixed(1))).toEqual(['0.8', '-0.5', '-0.1', undefined]);
  });

  it('has no size where a claim is new, gone or was not judged, and is named as it is now', () => {
    const changes = claimChanges(
      judged(verdict('gone', 0.2), verdict('unjudged', null), verdict('said', 0.5, 'a coat')),
      judged(verdict('new', 0.7), verdict('unjudged', 0.4), verdict('said', 0.5, 'a red coat')),
    );
    const of = (id: string) => changes.find(({ claimId }) => claimId === id);
    expect(of('gone')).toEqual({
      claimId: 'gone',
      text: 'gone',
      before: verdict('gone', 0.2),
      after: null,
      delta: null,
    });
    expect([of('new')?.delta, of('unjudged')?.delta, of('said')?.delta]).toEqual([null, null, 0]);
    expect(of('said')?.text).toBe('a red coat');
    const both = claimChanges(judged(verdict('unjudged', 0.4)), judged(verdict('unjudged', null)));
    expect(both[0]?.delta).toBeNull();
  });

  it('is every claim of the one that was analysed, and nothing of none', () => {
    const one = judged(verdict('coat', 0.1));
    expect(claimChanges(null, one).map(({ claimId }) => claimId)).toEqual(['coat']);
    expect(claimChanges(one, null).map(({ claimId }) => claimId)).toEqual(['coat']);
    expect(claimChanges(null, null)).toEqual([]);
  });
});

it('breaks what passed before and fails now, and nothing else', () => {
  const of = (...outcomes: Verdict['outcome'][]) => ({
    ...analysis('t', 1),
    verdicts: outcomes.map((outcome, i) => ({ claimId: `c${i}`, text: `c${i}`, p: 0.5, outcome }) as Verdict),
  });
  const before = of('pass', 'pass', 'fail', 'unsure', 'pass');
  const after = of('fail', 'unsure', 'fail', 'fail', 'pass');
  expect(brokenClaims(before, after).map(({ claimId }) => claimId)).toEqual(['c0']);
  expect(brokenClaims(null, after)).toEqual([]);
});

it('leaves open what passed before and is not judged now, or not asked any more', () => {
  const of = (...outcomes: Verdict['outcome'][]) => ({
    ...analysis('t', 1),
    verdicts: outcomes.map((outcome, i) => ({ claimId: `c${i}`, text: `c${i}`, p: 0.5, outcome }) as Verdict),
  });
  const before = of('pass', 'fail', 'pass', 'pass', 'pass');
  const untold = untoldClaims(before, of('not-judged', 'not-judged', 'skipped', 'fail'));
  expect(untold.map(({ claimId }) => claimId)).toEqual(['c0', 'c4']);
  expect(untoldClaims(null, before)).toEqual([]);
});
