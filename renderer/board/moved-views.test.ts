import { changeOf, inputsOf } from '@shared/commands/index.js';
import { EMPTY_OVERVIEW } from '@shared/overview.js';
import { applyDiff, type Records } from '@shared/records/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { drawCommand } from '@testing/commands.js';
import { aBoard } from '@testing/records.js';
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
        expect(view).toEqual(joinBoardView(records, EMPTY_OVERVIEW, 3));
      });
    }),
    { numRuns: 300 },
  );
});
