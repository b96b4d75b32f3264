import { boardOf, shot } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import type { ShotView, Sign } from './shot-view.js';
import { SORTS, sortedShots } from './sort.js';

const { records, overview } = boardOf(1);
const [model] = joinBoardView(records, overview, 3).views;

function view(position: number, part: Partial<ShotView>, stars = 0): ShotView {
  if (!model) throw new Error('The board is empty.');
  return { ...model, shot: shot(position, { stars }), ...part };
}
const order = (views: readonly ShotView[], sort: (typeof SORTS)[number]) =>
  sortedShots(views, sort).map(({ shot: { position } }) => position);

it('leaves the story as it is told', () => {
  const views = [view(0, { score: 0.9 }), view(1, { score: 0.1 })];
  expect(sortedShots(views, 'story')).toBe(views);
});

it('puts the worst sign first, and the lower score among equals', () => {
  const signs: readonly Sign[] = ['ok', 'unjudged', 'unknown', 'unsure', 'low', 'medium', 'high'];
  expect(
    order(
      signs.map((sign, i) => view(i, { sign })),
      'worst',
    ),
  ).toEqual([6, 5, 4, 3, 2, 1, 0]);
  const equals = [0.5, null, 0.2].map((score, i) => view(i, { sign: 'low', score }));
  expect(order(equals, 'worst')).toEqual([2, 0, 1]);
});

it('puts the lowest score first and what has none last', () => {
  const views = [0.8, null, 0.1, 1, 0].map((score, i) => view(i, { score }));
  expect(order(views, 'score')).toEqual([4, 2, 0, 3, 1]);
});

it('puts most stars first, and what changed last first', () => {
  const views = [1, 5, 0, 5].map((stars, i) => view(i, { changedAt: [30, 10, 40, 20][i] ?? 0 }, stars));
  expect(order(views, 'stars')).toEqual([1, 3, 0, 2]);
  expect(order(views, 'changed')).toEqual([2, 0, 3, 1]);
});

it('keeps equals in story order and the list itself untouched', () => {
  const views = [0, 1, 2, 3].map((i) => view(i, { score: 0.5, sign: 'low', changedAt: 1 }));
  for (const sort of SORTS) expect(order(views, sort)).toEqual([0, 1, 2, 3]);
  const scored = [view(0, { score: 0.9 }), view(1, { score: 0.1 })];
  sortedShots(scored, 'score');
  expect(scored.map(({ shot: { position } }) => position)).toEqual([0, 1]);
});
