import type { Decision, Request } from '@shared/records/index.js';
import { boardOf, finding, shot, summary, take } from '@testing/derived-board.js';
import { aDecision, aFact, aRequest } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import { commandFor, commandsFor } from './deciding.js';
import { isWaiting } from './filter.js';
import { decisionsOf, type ShotView } from './shot-view.js';
import { sortedShots } from './sort.js';

const LIMIT = 3;

const request = (id: string, state: Request['state'], shotId: string, round: number): Request =>
  aRequest(id, { shotId, fromTakeId: 't0', prompt: '', generator: 'storybook', round, state, createdAt: 0 });
const decision = (id: string, at: number): Decision => aDecision(id, { shotId: 's0', kind: 'hold', at });
const byId = <T extends { id: string }>(rows: readonly T[]) =>
  Object.fromEntries(rows.map((row) => [row.id, row]));
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

  it('does not call a frame good of whose description less than half was judged', () => {
    const { records, overview } = boardOf(2);
    const summaries = { t0: summary(1, { judged: 0.49 }), t1: summary(1, { judged: 0.5 }) };
    const board = joinBoardView(records, { ...overview, summaries }, LIMIT);
    expect(board.views.map((view) => view.sign)).toEqual(['unjudged', 'ok']);
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

  it('derives regenerating, limit reached, missing image, and no picture yet of a shot that was put in', () => {
    const { records, overview } = boardOf(3, [0, 1]);
    const own = shot(3, { pickId: null, added: true });
    const requests = [
      request('r0', 'queued', 's0', 1),
      ...[1, 2, 3].map((round) => request(`r1${round}`, 'done', 's1', round)),
    ];
    const board = joinBoardView(
      {
        ...records,
        shot: { ...records.shot, s3: own, s4: shot(4, { pickId: null }) },
        request: Object.fromEntries(requests.map((one) => [one.id, one])),
        take: { ...records.take, t2: take(2, { unreadable: 'The file is empty.' }) },
      },
      overview,
      LIMIT,
    );
    expect(board.views.map((view) => view.state)).toEqual([
      'regenerating',
      'limit-reached',
      'missing-image',
      'no-picture',
      'missing-image',
    ]);
    expect(board.views.map(isWaiting)).toEqual([false, true, true, true, true]);
  });

  it('has what was approved elsewhere wait, until it is ordered', () => {
    const { records, overview } = boardOf(2);
    const joined = (...requests: ReturnType<typeof request>[]) =>
      joinBoardView(
        { ...records, request: Object.fromEntries(requests.map((one) => [one.id, one])) },
        overview,
        LIMIT,
      ).views[0] as ShotView;
    const received = joined(request('r1', 'elsewhere', 's0', 1), request('r2', 'elsewhere', 's0', 2));
    expect([received.state, isWaiting(received), received.rounds]).toEqual(['approved-elsewhere', true, 0]);
    expect(received.again?.id).toBe('r1');
    const ordered = joined(request('r1', 'queued', 's0', 1), request('r2', 'elsewhere', 's0', 2));
    expect([ordered.state, isWaiting(ordered)]).toEqual(['regenerating', false]);
  });

  it('has what was approved before something changed wait, however many rounds it had', () => {
    const { records, overview } = boardOf(3);
    const basis = { description: 'x', prompt: 'x', canon: [], picture: null, answers: [] };
    const queued = { ...request('r1', 'queued', 's0', 1), basis };
    const approved = { ...decision('d1', 1), shotId: 's1', kind: 'approve', takeId: 't1', basis } as const;
    const shots = { ...records.shot, s1: shot(1, { status: 'approved' }) };
    const { views } = joinBoardView(
      { ...records, shot: shots, request: { r1: queued }, decision: { d1: approved } },
      overview,
      1,
    );
    const [order, frame] = views as [ShotView, ShotView];
    expect(views.map(({ state }) => state)).toEqual(['out-of-date', 'out-of-date', 'pending']);
    expect(views.map(isWaiting)).toEqual([true, true, false]);
    expect([order.request, order.again?.id]).toEqual([null, 'r1']);
    expect(order.outOfDate).toBe('The description changed after you approved this. Look again.');
    expect(commandFor(order, { type: 'approve' }, {})).toEqual({ type: 'approve-again', requestId: 'r1' });
    expect(commandFor(frame, { type: 'approve' }, {})?.type).toBe('approve-take');
    expect(commandsFor(views, { type: 'bring-up-to-date' }, {})).toEqual([
      { type: 'bring-up-to-date', shotId: 's0' },
      { type: 'bring-up-to-date', shotId: 's1' },
    ]);
  });

  it('has a shot’s takes oldest first, what was ordered of it, and when it last changed', () => {
    const { records, overview } = boardOf(2);
    const takes = [
      take(0, { id: 'later', round: 1, createdAt: 7 }),
      take(0, { id: 'second', round: 1, createdAt: 6 }),
      take(0, { createdAt: 9 }),
    ];
    const requests = [
      request('made', 'done', 's0', 1),
      request('failed', 'failed', 's0', 2),
      request('now', 'running', 's0', 2),
      request('other', 'done', 's1', 1),
    ];
    const joined = (decisions: readonly Decision[]) =>
      joinBoardView(
        { ...records, take: byId(takes), request: byId(requests), decision: byId(decisions) },
        overview,
        LIMIT,
      ).views[0];
    const view = joined([]);
    expect(view?.takes.map(({ id }) => id)).toEqual(['t0', 'second', 'later']);
    expect(view?.pick?.id).toBe('t0');
    expect(view?.made.map(({ id }) => id)).toEqual(['made']);
    expect([view?.request?.id, view?.running, view?.rounds]).toEqual(['now', true, 2]);
    expect(view?.changedAt).toBe(9);
    expect(joined([decision('a', 12), decision('b', 11)])?.changedAt).toBe(12);
  });

  it('says what is under way', () => {
    const { records, overview } = boardOf(3);
    const requests = [request('r', 'queued', 's1', 1)];
    const summaries = { ...overview.summaries, t0: summary(0.9, { state: 'running' }) };
    const { views } = joinBoardView(
      { ...records, request: byId(requests) },
      { ...overview, summaries },
      LIMIT,
    );
    expect(views.map(({ running }) => running)).toEqual([true, false, false]);
    expect(views.map(({ request: one }) => one?.id)).toEqual([undefined, 'r', undefined]);
  });

  it('reaches its limit only where something is left to decide', () => {
    const { records, overview } = boardOf(4, [0, 1, 2]);
    const requests = [0, 1, 2, 3].flatMap((at) =>
      [1, 2, 3].map((round) => request(`r${at}${round}`, 'done', `s${at}`, round)),
    );
    const { views } = joinBoardView(
      {
        ...records,
        request: byId(requests),
        shot: { ...records.shot, s0: shot(0, { status: 'approved' }) },
      },
      {
        ...overview,
        findings: { s0: [finding(0)], s1: [finding(1)] },
        suggestions: Object.fromEntries(Object.entries(overview.suggestions).filter(([id]) => id !== 's1')),
      },
      LIMIT,
    );
    expect(views.map(({ state }) => state)).toEqual([
      'approved',
      'limit-reached',
      'limit-reached',
      'pending',
    ]);
  });

  it('tells what was found from what was dismissed, and has a score only where the frame was judged', () => {
    const { records, overview } = boardOf(2, [0]);
    const findings = { s0: [finding(0), finding(0, { key: 'gone', dismissed: true })] };
    const { t0 } = overview.summaries;
    const { views } = joinBoardView(records, { ...overview, findings, summaries: t0 ? { t0 } : {} }, LIMIT);
    expect(views.map((view) => view.findings.map(({ key }) => key))).toEqual([['f0'], []]);
    expect(views.map((view) => view.dismissed.map(({ key }) => key))).toEqual([['gone'], []]);
    expect(views.map(({ score }) => score)).toEqual([0.4, null]);
  });

  it('is the same view while nothing of it changed, wherever it stands, and another when anything did', () => {
    const { records, overview } = boardOf(3, [1]);
    const before = joinBoardView(records, overview, LIMIT);
    const turned = { ...records, shot: { ...records.shot, s3: shot(-1, { id: 's3' }) } };
    expect(joinBoardView(turned, overview, LIMIT, before).views.slice(1)).toEqual(before.views);
    for (const [at, view] of before.views.entries())
      expect(joinBoardView(turned, overview, LIMIT, before).views[at + 1]).toBe(view);
    const one = joinBoardView(records, { ...overview, findings: { s1: [finding(1)] } }, LIMIT, before);
    expect(one.views.map((view, at) => view === before.views[at])).toEqual([true, false, true]);
    const more = joinBoardView(
      { ...records, take: { ...records.take, new: take(2, { id: 'new', round: 1 }) } },
      overview,
      LIMIT,
      before,
    );
    expect(more.views.map((view, at) => view === before.views[at])).toEqual([true, true, false]);
    expect(more.views[2]?.takes).toHaveLength(2);
  });

  it('knows the characters, and the decisions on a shot, newest first', () => {
    const { records, overview } = boardOf(1);
    const facts = { mira: aFact('mira'), style: { ...aFact('style'), subject: 'style' as const } };
    const decided = {
      ...records,
      fact: facts,
      decision: byId([decision('old', 1), decision('new', 3), { ...decision('else', 2), shotId: 's1' }]),
    };
    const board = joinBoardView(decided, overview, LIMIT);
    expect(board.cast).toEqual([facts.mira]);
    expect(joinBoardView({ ...decided }, overview, LIMIT, board).cast).toBe(board.cast);
    expect(decisionsOf(decided, 's0').map(({ id }) => id)).toEqual(['new', 'old']);
    expect(decisionsOf(decided, 's9')).toEqual([]);
  });
});
