import { type Command, changeOf, inputsOf, type Single } from '@shared/commands/index.js';
import { gapsOf, gapsTold } from '@shared/gaps.js';
import { EMPTY_OVERVIEW, type Overview, type OverviewChange, withOverviewChanges } from '@shared/overview.js';
import { applyDiff, type Records, type Shot } from '@shared/records/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { anApproval } from '@testing/approval.js';
import { drawCommand } from '@testing/commands.js';
import { aBoard, aDecision, aDrawing, aFact, aNote, aRequest, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinBoardView, placeIn } from './board-view.js';

const SIZE = 6;
const shotId = fc.nat(SIZE - 1).map((n) => `shot-${n}`);
const move = fc.record({
  type: fc.constant('move-shots' as const),
  shotIds: fc.uniqueArray(shotId, { minLength: 1, maxLength: 3 }),
  beside: shotId,
  side: fc.constantFrom('before' as const, 'after' as const),
});

/** Something new is known of a shot's first take. */
const known = fc
  .record({
    at: fc.nat(SIZE - 1),
    description: fc.constantFrom(null, 0.25, 1),
    isSummary: fc.boolean(),
    isFound: fc.boolean(),
    suggested: fc.constantFrom('none' as const, null),
  })
  .map(({ at, description, isSummary, isFound, suggested }) => (overview: Overview): Overview => {
    const found = { key: 'blur', kind: 'blur', takeId: `take-${at}`, severity: 'high', dismissed: false };
    const scores = { description, continuity: null, style: null, quality: null };
    const summary = {
      state: 'done',
      found: true,
      error: null,
      scores,
      unsure: false,
      judged: 1,
      palette: [],
    };
    return withOverviewChange(overview, {
      summaries: isSummary ? { [`take-${at}`]: summary as never } : {},
      findings: isSummary ? {} : { [`shot-${at}`]: isFound ? [found as never] : [] },
      suggestions: isSummary ? {} : { [`shot-${at}`]: suggested },
    });
  });

it('a board whose shots were moved is shown as one that was joined anew, whatever else was done', () => {
  const step = fc.oneof(
    { weight: 2, arbitrary: move.map((command) => ({ draw: () => command })) },
    { weight: 1, arbitrary: drawCommand.map((draw) => ({ draw })) },
    { weight: 1, arbitrary: known.map((learn) => ({ learn })) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((rounds) => ({ rounds })) },
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let records: Records = aBoard(SIZE);
      let overview: Overview = EMPTY_OVERVIEW;
      let limit = 3;
      let view = joinBoardView(records, overview, limit);
      steps.forEach((one, n) => {
        if ('learn' in one) overview = one.learn(overview);
        else if ('rounds' in one) limit = one.rounds;
        else
          try {
            const inputs = inputsOf({ id: `c${n}`, at: n }, DEFAULT_SETTINGS);
            records = applyDiff(records, changeOf(records, one.draw(records), inputs));
          } catch {
            return;
          }
        view = joinBoardView(records, overview, limit, view);
        const anew = joinBoardView(records, overview, limit);
        expect([view.views, view.lacking, view.cast]).toEqual([anew.views, anew.lacking, anew.cast]);
        for (const shown of view.views) expect(view.byId.get(shown.shot.id)).toBe(shown);
        expect(gapsTold(view.lacking)).toEqual(gapsTold(gapsOf(records)));
      });
    }),
    { numRuns: 250 },
  );
});

/** Of one change. */
const withOverviewChange = (before: Overview, change: OverviewChange) =>
  withOverviewChanges(before, [change]);

const joined = (records: Records, overview = EMPTY_OVERVIEW) => joinBoardView(records, overview, 3);

it.each([
  ['a note', { comment: { c: aNote('c', { shotId: 'shot-1' }) } }],
  ['what is drawn for it', { drawing: { d: aDrawing('d', 'c', { shotId: 'shot-1' }) } }],
  ['an order', { request: { r: aRequest('r', { shotId: 'shot-1' }) } }],
  ['a decision', { decision: { d: aDecision('d', { kind: 'hold', shotId: 'shot-1' }) } }],
])('%s is seen at its shot, which alone is another than before', (_, rows) => {
  const begun = aBoard(SIZE);
  const before = joined(begun);
  const after = joinBoardView({ ...begun, ...rows }, EMPTY_OVERVIEW, 3, before);
  expect(after.views).toEqual(joined({ ...begun, ...rows }).views);
  expect(after.views.map((view, at) => view === before.views[at])).toEqual(
    Array.from({ length: SIZE }, (_, at) => at !== 1),
  );
});

it('that nothing is suggested is seen', () => {
  const found = { key: 'blur', kind: 'blur', takeId: 'take-1', severity: 'high', dismissed: false };
  const overview = { ...EMPTY_OVERVIEW, findings: { 'shot-1': [found as never] } };
  const board = aBoard(SIZE);
  const before = joined(board, overview);
  const told = {
    ...overview,
    summaries: { 'take-1': { state: 'waiting', scores: {}, found: true } as never },
  };
  const waiting = joinBoardView(board, told, 3, before);
  expect(waiting.byId.get('shot-1')?.suggesting).toBe(true);
  const answered = { ...told, suggestions: { 'shot-1': 'none' as const } };
  expect(joinBoardView(board, answered, 3, waiting).byId.get('shot-1')?.suggesting).toBe(false);
});

it('a shot that was approved to look like a frame is out of date once that frame has another pick', () => {
  const other = { ...aTake(2), id: 'made-2', sha256: 'f'.repeat(64), path: 'made.png' };
  const begun = aBoard(SIZE);
  const order = anApproval({ references: [{ takeId: 'take-2', region: null }] });
  const inputs = inputsOf({ id: 'a', at: 1 }, DEFAULT_SETTINGS);
  const all = { ...begun, take: { ...begun.take, [other.id]: other } };
  const records = applyDiff(all, changeOf(all, order, inputs));
  const before = joined(records);
  expect(before.byId.get('shot-0')?.outOfDate).toBeNull();
  const shot = { ...records.shot, 'shot-2': { ...records.shot['shot-2'], pickId: other.id } as Shot };
  const after = joinBoardView({ ...records, shot }, EMPTY_OVERVIEW, 3, before);
  expect(after.byId.get('shot-0')?.outOfDate).toBe(
    joined({ ...records, shot }).byId.get('shot-0')?.outOfDate,
  );
  expect(after.byId.get('shot-0')?.outOfDate).not.toBeNull();
});

it('an approved shot that changes its place with one of which other facts hold is out of date at once', () => {
  const run = (records: Records, command: Command, id: string): Records =>
    applyDiff(records, changeOf(records, command, inputsOf({ id, at: 1 }, DEFAULT_SETTINGS)));
  const fact = { ...aFact('coat'), firstShotId: 'shot-0', lastShotId: 'shot-2' };
  const begun: Records = { ...aBoard(SIZE), fact: { coat: fact } };
  const records = run(begun, { type: 'approve-take', shotId: 'shot-1', takeId: 'take-1' }, 'yes');
  const view = joinBoardView(records, EMPTY_OVERVIEW, 3);
  expect(view.byId.get('shot-1')?.outOfDate).toBeNull();
  // The ends of the stretch stand where they stood, so that nothing of the canon itself changes.
  const moves: Single[] = [
    { type: 'move-shots', shotIds: ['shot-1'], beside: 'shot-3', side: 'after' },
    { type: 'move-shots', shotIds: ['shot-4'], beside: 'shot-0', side: 'after' },
  ];
  const moved = run(records, { type: 'bulk', commands: moves }, 'moves');
  expect(moved.fact).toEqual(records.fact);
  const after = joinBoardView(moved, EMPTY_OVERVIEW, 3, view);
  expect(after.byId.get('shot-1')?.outOfDate).toMatch(/^The canon of Mira changed/);
});

it('a shot that is taken into play again is shown as it was', () => {
  const play = (records: Records, isOmitted: boolean): Records =>
    applyDiff(
      records,
      changeOf(
        records,
        { type: 'omit-shots', shotIds: ['shot-1'], isOmitted },
        inputsOf({ id: 'o', at: 1 }, DEFAULT_SETTINGS),
      ),
    );
  const begun = aBoard(SIZE);
  const view = joinBoardView(begun, EMPTY_OVERVIEW, 3);
  const left = joinBoardView(play(begun, true), EMPTY_OVERVIEW, 3, view);
  expect(left.byId.get('shot-1')?.state).toBe('omitted');
  const back = joinBoardView(play(play(begun, true), false), EMPTY_OVERVIEW, 3, left);
  expect(back.byId.get('shot-1')?.state).toBe('pending');
});

it('a shot that was given the frame of another is seen anew when that one has another picture', () => {
  const board = aBoard(4);
  const approval = anApproval({ references: [{ takeId: 'take-2', region: null }] });
  const inputs = inputsOf({ id: 'order', at: 5 }, DEFAULT_SETTINGS);
  const begun = applyDiff(board, changeOf(board, approval, inputs));
  const before = joined(begun);
  const stood = begun.shot['shot-2'] as Shot;
  const records = applyDiff(begun, {
    take: {
      added: { other: { ...aTake(2), id: 'other', sha256: 'f'.repeat(64) } },
      updated: {},
      removed: {},
    },
    shot: { added: {}, updated: { 'shot-2': [stood, { ...stood, pickId: 'other' }] }, removed: {} },
  });
  const after = joinBoardView(records, EMPTY_OVERVIEW, 3, before);
  expect(after.views).toEqual(joined(records).views);
  expect(after.views.map((view, at) => view === before.views[at])).toEqual([false, true, false, true]);
});

/** `aBoard`, and which of its shots anything was asked of since that was last told. */
function watchedBoard(): readonly [records: Records, asked: () => readonly string[]] {
  const board = aBoard(SIZE);
  let asked = new Set<string>();
  const watched = Object.entries(board.shot).map(([id, shot]) => [
    id,
    new Proxy(shot, {
      get: (of, key) => {
        asked.add(id);
        return Reflect.get(of, key);
      },
    }),
  ]);
  const told = () => {
    const now = [...asked];
    asked = new Set();
    return now;
  };
  return [{ ...board, shot: Object.fromEntries(watched) }, told];
}

const decided = (records: Records, command: Command): Records =>
  applyDiff(records, changeOf(records, command, inputsOf({ id: 'd', at: 1 }, DEFAULT_SETTINGS)));

it('after a change of one shot no other is looked at: there may be ten thousand', () => {
  const [begun, asked] = watchedBoard();
  const before = joined(begun);
  for (const records of [
    decided(begun, { type: 'set-stars', shotId: 'shot-2', stars: 3 }),
    decided(begun, { type: 'hold', shotId: 'shot-2', reason: '' }),
  ]) {
    asked();
    const after = joinBoardView(records, EMPTY_OVERVIEW, 3, before);
    expect(asked().filter((id) => id !== 'shot-2')).toEqual([]);
    expect(after.views.map((view, at) => view === before.views[at])).toEqual(
      Array.from({ length: SIZE }, (_, at) => at !== 2),
    );
  }
});

it('what is known of a shot that is not there is passed over, whatever else is learned with it', () => {
  const board = aBoard(SIZE);
  const before = joined(board);
  const found = { key: 'blur', kind: 'blur', takeId: 'take-1', severity: 'high', dismissed: false } as never;
  const learned = (findings: Overview['findings']) =>
    withOverviewChange(EMPTY_OVERVIEW, { summaries: {}, findings, suggestions: {} });
  expect(joinBoardView(board, learned({ gone: [] }), 3, before)).toBe(before);
  const seen = { ...EMPTY_OVERVIEW.summaries, gone: { state: 'waiting', scores: {}, found: true } as never };
  const unknown = withOverviewChange(EMPTY_OVERVIEW, { summaries: seen, findings: {}, suggestions: {} });
  expect(joinBoardView(board, unknown, 3, before)).toBe(before);
  const overview = learned({ gone: [found], 'shot-1': [found] });
  const after = joinBoardView(board, overview, 3, before);
  expect(after.views).toEqual(joined(board, overview).views);
  expect([after.views.length, after.byId.get('gone')]).toEqual([SIZE, undefined]);
});

it.each([
  ['a note', { comment: { c: aNote('c', { shotId: 'shot-1' }) } }],
  ['what is drawn', { drawing: { d: aDrawing('d', 'c', { shotId: 'shot-1' }) } }],
  ['an order', { request: { r: aRequest('r', { shotId: 'shot-1' }) } }],
])('%s that is taken back is seen no more at its shot, which alone is another', (_, rows) => {
  const begun = aBoard(SIZE);
  const [[table, added]] = Object.entries(rows) as unknown as [[keyof Records, Record<string, never>]];
  const given = applyDiff(begun, { [table]: { added, updated: {}, removed: {} } });
  const before = joined(given);
  const without = applyDiff(given, { [table]: { added: {}, updated: {}, removed: added } });
  const after = joinBoardView(without, EMPTY_OVERVIEW, 3, before);
  expect(after.views).toEqual(joined(begun).views);
  expect(after.views.map((view, at) => view === before.views[at])).toEqual(
    Array.from({ length: SIZE }, (_, at) => at !== 1),
  );
});

it('a shot that is gone has no place any more, also where it was the last', () => {
  const begun = aBoard(SIZE);
  const before = joined(begun);
  expect(placeIn(before.views, 'shot-5')).toBe(5);
  const { 'shot-5': _, ...shot } = begun.shot;
  const after = joinBoardView({ ...begun, shot }, EMPTY_OVERVIEW, 3, before);
  expect([
    placeIn(after.views, 'shot-5'),
    placeIn(after.views, 'shot-4'),
    placeIn(after.views, null),
  ]).toEqual([-1, 4, -1]);
  // Of a list that is part of a board it is looked for.
  expect([placeIn(after.views.slice(2), 'shot-4'), placeIn(after.views.slice(2), 'shot-0')]).toEqual([2, -1]);
});
