import { type Command, changeOf, inputsOf, type Single } from '@shared/commands/index.js';
import { gapsOf, gapsTold } from '@shared/gaps.js';
import { EMPTY_OVERVIEW } from '@shared/overview.js';
import { applyDiff, type Records } from '@shared/records/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { drawCommand } from '@testing/commands.js';
import { aBoard, aFact } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinBoardView } from './shot-view.js';

const SIZE = 6;
const shotId = fc.nat(SIZE - 1).map((n) => `shot-${n}`);
const move = fc.record({
  type: fc.constant('move-shots' as const),
  shotIds: fc.uniqueArray(shotId, { minLength: 1, maxLength: 3 }),
  beside: shotId,
  side: fc.constantFrom('before' as const, 'after' as const),
});

it('a board whose shots were moved is shown as one that was joined anew, whatever else was done', () => {
  const step = fc.oneof(
    { weight: 2, arbitrary: move.map((command) => () => command) },
    { weight: 1, arbitrary: drawCommand },
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let records: Records = aBoard(SIZE);
      let view = joinBoardView(records, EMPTY_OVERVIEW, 3);
      steps.forEach((draw, n) => {
        try {
          const inputs = inputsOf({ id: `c${n}`, at: n }, DEFAULT_SETTINGS);
          records = applyDiff(records, changeOf(records, draw(records), inputs));
        } catch {
          return;
        }
        view = joinBoardView(records, EMPTY_OVERVIEW, 3, view);
        const { parts: _, ...shown } = joinBoardView(records, EMPTY_OVERVIEW, 3);
        expect(view).toMatchObject(shown);
        expect(gapsTold(view.lacking)).toEqual(gapsTold(gapsOf(records)));
      });
    }),
    { numRuns: 300 },
  );
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
