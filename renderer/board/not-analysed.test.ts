import { boardOf, take } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import { notAnalysed, notAnalysedWords } from './not-analysed.js';
import type { ShotView } from './shot-view.js';

const { records, overview } = boardOf(4, [0]);
const { views } = joinBoardView(records, overview, 3);
const waits = (view: ShotView): ShotView => ({
  ...view,
  summary: view.summary && { ...view.summary, state: 'waiting' },
});

it('counts the pictures that no analysis has looked at', () => {
  expect(notAnalysed(views)).toEqual({ waiting: 0, open: 0, of: 4 });
  const [first, second, ...others] = views as [ShotView, ShotView, ...ShotView[]];
  const some = [waits(first), { ...second, summary: null }, ...others];
  expect(notAnalysed(some)).toEqual({ waiting: 1, open: 1, of: 4 });
});

it('says that pictures are not analysed only once that is worked out', () => {
  const said = (waiting: number, open: number, isAll = true) =>
    notAnalysedWords({ waiting, open, of: 4 }, isAll);
  expect(said(0, 0)).toBe('');
  expect(said(4, 0)).toBe('Nothing is analysed yet.');
  expect(said(4, 0, false)).toBe('4 of 4 pictures are not analysed yet.');
  expect(said(1, 0)).toBe('1 of 4 pictures are not analysed yet.');
  expect(said(1, 2)).toBe('What is known of 2 of 4 pictures is still being worked out.');
});

it('counts none that an analysis would pass over', () => {
  const [view] = views as [ShotView, ...ShotView[]];
  const without: ShotView[] = [
    { ...waits(view), pick: null },
    { ...waits(view), pick: take(0, { unreadable: 'The file is empty.' }) },
    { ...waits(view), shot: { ...view.shot, omitted: true as const } },
  ];
  expect(notAnalysed(without)).toEqual({ waiting: 0, open: 0, of: 0 });
});
