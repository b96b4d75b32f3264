import { boardOf } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import { nearShots } from './near.js';

const { records, overview } = boardOf(12, [1, 9]);
const { views } = joinBoardView(records, overview, 3);

it('the shots that a key may lead to are those beside it, and the next and the last flagged one', () => {
  expect(nearShots(views, 's5')).toEqual(['s6', 's4', 's7', 's3', 's9', 's1']);
});

it('each is named once, and never the one on the screen or one past the ends', () => {
  expect(nearShots(views, 's0')).toEqual(['s1', 's2', 's9']);
  expect(nearShots(views, 's11')).toEqual(['s10', 's9', 's1']);
  expect(nearShots(views.slice(0, 1), 's0')).toEqual([]);
  expect(nearShots([], null)).toEqual([]);
});
