import { boardOf, take } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { notAnalysed } from './not-analysed.js';
import { joinBoardView, type ShotView } from './shot-view.js';

const { records, overview } = boardOf(4, [0]);
const { views } = joinBoardView(records, overview, 3);
const waits = (view: ShotView): ShotView => ({
  ...view,
  summary: view.summary && { ...view.summary, state: 'waiting' },
});

it('counts the pictures that no analysis has looked at', () => {
  expect(notAnalysed(views)).toEqual({ waiting: 0, of: 4 });
  const [first, second, ...others] = views as [ShotView, ShotView, ...ShotView[]];
  expect(notAnalysed([waits(first), { ...second, summary: null }, ...others])).toEqual({ waiting: 2, of: 4 });
});

it('counts none that an analysis would pass over', () => {
  const [view] = views as [ShotView, ...ShotView[]];
  const without: ShotView[] = [
    { ...waits(view), pick: null },
    { ...waits(view), pick: take(0, { unreadable: 'The file is empty.' }) },
    { ...waits(view), shot: { ...view.shot, omitted: true as const } },
  ];
  expect(notAnalysed(without)).toEqual({ waiting: 0, of: 0 });
});
