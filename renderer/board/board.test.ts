import { analysis, boardOf, finding, shot, summary, take } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { claimChanges, inOrder, otherTake } from './compare.js';
import { isWaiting } from './filter.js';
import { joinBoardView, type ShotView } from './shot-view.js';
import { sortedShots } from './sort.js';

const LIMIT = 3;
const join = (count: number, flagged: readonly number[] = []) => {
  const { records, overview } = boardOf(count, flagged);
  return joinBoardView(records, overview, LIMIT);
};
const viewOf = (count: number, flagged: readonly number[], at: number): ShotView => {
  const view = join(count, flagged).views[at];
  if (!view) throw new Error('There is no such shot.');
  return view;
};

const verdict = (claimId: string, p: number | null) => ({
  claimId,
  kind: 'attribute' as const,
  text: claimId,
  p,
  outcome: 'pass' as const,
  reason: '',
  weight: 1,
});

describe('the board', () => {
  it('joins shots in story order, with the worst open finding as the sign', () => {
    const { records, overview } = boardOf(3, [1]);
    const findings = [
      finding(1, { key: 'a', severity: 'low' }),
      finding(1, { key: 'b', severity: 'medium' }),
    ];
    const board = joinBoardView(records, { ...overview, findings: { s1: findings } }, LIMIT);
    expect(board.views.map((view) => view.sign)).toEqual(['ok', 'medium', 'ok']);
    const dismissed = findings.map((one) => ({ ...one, dismissed: true }));
    expect(joinBoardView(records, { ...overview, findings: { s1: dismissed } }, LIMIT).views[1]?.sign).toBe(
      'ok',
    );
  });

  it('does not call a frame good whose description was not judged', () => {
    const { records, overview } = boardOf(2);
    const summaries = { ...overview.summaries, t1: summary(null) };
    const board = joinBoardView(records, { ...overview, summaries }, LIMIT);
    expect(board.views.map((view) => view.sign)).toEqual(['ok', 'unjudged']);
    expect(sortedShots(board.views, 'worst').map((view) => view.sign)).toEqual(['unjudged', 'ok']);
  });

  it('does not call a frame good while the judge is unsure of a claim, nor worse than one with a finding', () => {
    const { records, overview } = boardOf(3);
    const summaries = { ...overview.summaries, t1: summary(0.5, { unsure: true }) };
    const findings = { s2: [finding(2, { key: 'a', severity: 'low' })] };
    const board = joinBoardView(records, { ...overview, summaries, findings }, LIMIT);
    expect(sortedShots(board.views, 'worst').map((view) => view.sign)).toEqual(['low', 'unsure', 'ok']);
  });

  it('does not call a frame good below three quarters of its description, unless the artist dismissed why', () => {
    const { records, overview } = boardOf(3);
    const summaries = { ...overview.summaries, t1: summary(0.74), t2: summary(0.75) };
    const signs = (findings: (typeof overview)['findings']) =>
      joinBoardView(records, { ...overview, summaries, findings }, LIMIT).views.map((view) => view.sign);
    expect(signs({})).toEqual(['ok', 'unsure', 'ok']);
    expect(signs({ s1: [finding(1, { dismissed: true })] })).toEqual(['ok', 'ok', 'ok']);
  });

  it('shows nothing that was found in a take that is no longer the pick', () => {
    const { records, overview } = boardOf(2, [1]);
    const picked = {
      ...records,
      take: { ...records.take, new: take(1, { id: 'new', round: 1 }) },
      shot: { ...records.shot, s1: shot(1, { pickId: 'new' }) },
    };
    const [, view] = joinBoardView(picked, overview, LIMIT).views;
    expect([view?.findings, view?.sign]).toEqual([[], 'unknown']);
    expect(joinBoardView(records, overview, LIMIT).views[1]?.findings).toHaveLength(1);
  });

  it('keeps the views that did not change', () => {
    const { records, overview } = boardOf(3, [1]);
    const before = joinBoardView(records, overview, LIMIT);
    const changed = { ...records, shot: { ...records.shot, s0: shot(0, { status: 'approved' }) } };
    const after = joinBoardView(changed, overview, LIMIT, before);
    expect(after.views[0]).not.toBe(before.views[0]);
    expect(after.views[1]).toBe(before.views[1]);
  });

  it('derives regenerating, limit reached and missing image', () => {
    const { records, overview } = boardOf(3, [0, 1]);
    const request = (id: string, state: 'queued' | 'done', shotId: string, round: number) => ({
      id,
      shotId,
      fromTakeId: 't0',
      prompt: '',
      negativePrompt: '',
      seed: '1',
      strength: null,
      generator: 'storybook' as const,
      round,
      approvedBy: 'artist' as const,
      state,
      handle: null,
      resultTakeId: null,
      error: null,
      createdAt: 0,
    });
    const requests = [
      request('r0', 'queued', 's0', 1),
      ...[1, 2, 3].map((round) => request(`r1${round}`, 'done', 's1', round)),
    ];
    const board = joinBoardView(
      {
        ...records,
        request: Object.fromEntries(requests.map((one) => [one.id, one])),
        take: { ...records.take, t2: take(2, { unreadable: 'The file is empty.' }) },
      },
      overview,
      LIMIT,
    );
    expect(board.views.map((view) => view.state)).toEqual(['regenerating', 'limit-reached', 'missing-image']);
    expect(board.views.map(isWaiting)).toEqual([false, true, true]);
  });
});

describe('comparing takes', () => {
  it('starts with the take it came from, older first', () => {
    const newer = take(9, {
      shotId: 's0',
      round: 1,
      origin: { kind: 'regenerated', fromTakeId: 't0', requestId: 'r' },
    });
    const view = { ...viewOf(1, [], 0), takes: [take(0), newer] };
    expect(otherTake(view, newer, { t0: take(0), t9: newer })?.id).toBe('t0');
    expect(otherTake(view, take(0), {})?.id).toBe('t9');
    expect(inOrder(newer, take(0)).map(({ id }) => id)).toEqual(['t0', 't9']);
  });

  it('puts the largest change of a claim first', () => {
    const before = { ...analysis('a', 0.5), verdicts: [verdict('coat', 0.1), verdict('dog', 0.9)] };
    const after = {
      ...analysis('b', 0.9),
      verdicts: [verdict('dog', 0.8), verdict('coat', 0.9), verdict('new', null)],
    };
    const changes = claimChanges(before, after);
    expect(changes.map(({ claimId }) => claimId)).toEqual(['coat', 'dog', 'new']);
    expect(changes[0]?.delta).toBeCloseTo(0.8);
    expect(changes[2]?.delta).toBeNull();
  });
});
