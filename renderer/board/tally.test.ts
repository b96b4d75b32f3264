import { EMPTY_OVERVIEW } from '@shared/overview.js';
import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import type { ShotView } from './shot-view.js';
import { tallyOf } from './tally.js';

const { views: VIEWS } = joinBoardView(aBoard(8), EMPTY_OVERVIEW, 3);
const list = fc.array(fc.constantFrom(...VIEWS), { maxLength: 12 });
const isLate = ({ shot }: ShotView) => shot.position > 3;
const isEven = ({ shot }: ShotView) => shot.position % 2 === 0;

it('counts what there is, whatever it counted before', () => {
  fc.assert(
    fc.property(fc.array(list, { maxLength: 6 }), (lists) => {
      const tally = tallyOf({ late: isLate, even: isEven });
      for (const views of lists)
        expect(tally(views)).toEqual({
          late: views.filter(isLate).length,
          even: views.filter(isEven).length,
        });
    }),
    { numRuns: 300 },
  );
});

it('asks only of shots that are others than before, and of none of the same list', () => {
  const asked: string[] = [];
  const tally = tallyOf({
    all: ({ shot }) => {
      asked.push(shot.id);
      return true;
    },
  });
  expect(tally(VIEWS)).toEqual({ all: 8 });
  const [first, ...rest] = VIEWS;
  const other = { ...first } as ShotView;
  asked.length = 0;
  const counts = tally([other, ...rest]);
  expect(counts).toEqual({ all: 8 });
  expect(asked).toEqual(['shot-0', 'shot-0']);
  // Whoever draws them draws them no more.
  expect(tally(VIEWS)).toBe(counts);
  asked.length = 0;
  expect(tally(VIEWS)).toBe(tally(VIEWS));
  expect(asked).toEqual([]);
  expect(tally([])).toEqual({ all: 0 });
});
