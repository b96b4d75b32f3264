import { type Decision, EMPTY_RECORDS, type ShotStatus } from '@shared/records/index.js';
import { boardOf, shot, summary, take } from '@testing/derived-board.js';
import { aDecision, aRequest } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import { isByHand } from './by-hand.js';
import { byScore, type ScoreRule } from './by-score.js';

const RULE: ScoreRule = { approveFrom: 90, lowBelow: 50, below: 'reject', alsoFlagged: false };

interface Given {
  readonly score?: number | null;
  readonly status?: ShotStatus;
  /** The last decision follows from a score, or was made by hand. */
  readonly decided?: 'hand' | 'score';
  /** Something was found in it. */
  readonly found?: boolean;
}

function views(given: readonly Given[]) {
  const { records, overview } = boardOf(
    given.length,
    given.flatMap(({ found }, i) => (found ? [i] : [])),
  );
  const decisions = given.flatMap(({ decided }, i): Decision[] =>
    decided
      ? [
          aDecision(`d${i}`, {
            kind: 'reject',
            shotId: `s${i}`,
            ...(decided === 'score' && { byScore: 0.1 }),
          }),
        ]
      : [],
  );
  const shots = given.map(({ status = 'pending' }, i) => shot(i, { status }));
  const of = given.map(({ score = 0.7 }, i) => {
    const known = summary(i);
    return [`t${i}`, { ...known, scores: { ...known.scores, description: score } }] as const;
  });
  return joinBoardView(
    {
      ...EMPTY_RECORDS,
      ...records,
      shot: Object.fromEntries(shots.map((one) => [one.id, one])),
      decision: Object.fromEntries(decisions.map((one) => [one.id, one])),
    },
    { ...overview, summaries: Object.fromEntries(of) },
    3,
  ).views;
}

const numbers = (found: readonly { shot: { position: number } }[]) => found.map((view) => view.shot.position);

describe('deciding by score', () => {
  it('approves from one score on and rejects below another, as the numbers are shown', () => {
    const found = byScore(
      views([{ score: 0.895 }, { score: 0.894 }, { score: 0.495 }, { score: 0.494 }, { score: null }]),
      RULE,
    );
    expect([numbers(found.high), numbers(found.between), numbers(found.low), numbers(found.unknown)]).toEqual(
      [[0], [1, 2], [3], [4]],
    );
    expect(found.commands).toEqual([
      { type: 'approve-take', shotId: 's0', takeId: 't0', byScore: 0.895 },
      { type: 'reject', shotId: 's3', reason: 'Its score of 49 is below 50.', byScore: 0.494 },
    ]);
  });

  it('leaves alone what was decided by hand, and decides anew on what a score decided', () => {
    const given = [
      { score: 0.1, status: 'approved', decided: 'hand' },
      // Back to pending, by hand.
      { score: 0.1, decided: 'hand' },
      { score: 0.7, status: 'rejected', decided: 'score' },
      { score: 0.95, status: 'rejected', decided: 'score' },
      { score: 0.1, status: 'rejected', decided: 'score' },
    ] as const;
    const found = byScore(views(given), RULE);
    expect(numbers(found.byHand)).toEqual([0, 1]);
    expect(found.commands).toEqual([
      { type: 'reset-status', shotId: 's2', byScore: 0.7 },
      { type: 'approve-take', shotId: 's3', takeId: 't3', byScore: 0.95 },
    ]);
  });

  it('does one half alone, and asks for changes in place of rejecting', () => {
    const all = views([{ score: 0.95 }, { score: 0.1 }]);
    expect(byScore(all, { ...RULE, approveFrom: null }).commands.map(({ type }) => type)).toEqual(['reject']);
    expect(byScore(all, { ...RULE, lowBelow: null }).commands.map(({ type }) => type)).toEqual([
      'approve-take',
    ]);
    expect(byScore(all, { ...RULE, below: 'needs-changes' }).commands[1]).toMatchObject({
      type: 'needs-changes',
      shotId: 's1',
    });
  });

  it('leaves pending a frame in which something was found, however high its score, unless it is asked to', () => {
    const all = views([
      { score: 0.95, found: true },
      { score: 0.95 },
      { score: 0.95, found: true, status: 'approved', decided: 'score' },
      { score: 0.1, found: true },
    ]);
    const found = byScore(all, RULE);
    expect([numbers(found.flagged), numbers(found.high), numbers(found.low)]).toEqual([[0, 2], [1], [3]]);
    expect(found.commands.map(({ type }) => type)).toEqual(['approve-take', 'reset-status', 'reject']);
    expect(byScore(all, { ...RULE, alsoFlagged: true }).commands.map(({ type }) => type)).toEqual([
      'approve-take',
      'approve-take',
      'reject',
    ]);
  });

  it('puts every shot in one place and asks nothing twice', () => {
    const given = fc.record({
      score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      status: fc.constantFrom<ShotStatus>('pending', 'approved', 'rejected', 'needs-changes', 'on-hold'),
      decided: fc.constantFrom<Given['decided']>('hand', 'score', undefined),
      found: fc.boolean(),
    });
    const bound = fc.option(fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(
        fc.array(given, { maxLength: 12 }),
        bound,
        bound,
        fc.constantFrom('reject' as const, 'needs-changes' as const),
        fc.boolean(),
        (all, approveFrom, lowBelow, below, alsoFlagged) => {
          const given = all.map(({ decided, ...rest }) => ({ ...rest, ...(decided && { decided }) }));
          const shots = views(given);
          const found = byScore(shots, { approveFrom, lowBelow, below, alsoFlagged });
          const { high, low, flagged, between, byHand, unknown, commands } = found;
          const placed = [high, low, flagged, between, byHand, unknown]
            .flatMap(numbers)
            .sort((a, b) => a - b);
          expect(placed).toEqual(numbers(shots));
          const decided = commands.map((one) => ('shotId' in one ? one.shotId : ''));
          expect(new Set(decided).size).toBe(decided.length);
          for (const { shot } of [...byHand, ...unknown]) expect(decided).not.toContain(shot.id);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves alone what has no picture or waits for one', () => {
    const { records, overview } = boardOf(2, []);
    const joined = joinBoardView(
      {
        ...EMPTY_RECORDS,
        ...records,
        take: { ...records.take, t0: take(0, { unreadable: 'It is empty.' }) },
        request: { r: aRequest('r', { shotId: 's1', fromTakeId: 't1' }) },
      },
      overview,
      3,
    );
    const found = byScore(joined.views, { ...RULE, approveFrom: 0 });
    expect([numbers(found.unknown), found.commands]).toEqual([[0, 1], []]);
  });
});

it('the last word counts, in the order of decisions, and a dismissed finding is none', () => {
  const said = (id: string, order: number, byScore?: number): Decision =>
    aDecision(id, { kind: 'reject', order, ...(byScore !== undefined && { byScore }) });
  expect(isByHand([])).toBe(false);
  expect(isByHand([said('a', 1)])).toBe(true);
  expect(isByHand([said('a', 2, 0.3), said('b', 1)])).toBe(false);
  expect(isByHand([said('a', 1, 0.3), said('b', 2)])).toBe(true);
  expect(isByHand([said('a', 1, 0.3), aDecision('b', { kind: 'dismiss', order: 2 })])).toBe(false);
});
