import { boardOf } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { joinBoardView, type ShotView } from '../board/index.js';
import { announced } from './announced.js';

const { records, overview } = boardOf(3, [1]);
const { views, byId } = joinBoardView(records, overview, 3);
const [first, second] = views as [ShotView, ShotView];
const held = new Map([...views, { ...first, state: 'on-hold' as const }].map((view) => [view.shot.id, view]));

it('says which shot is shown now, unless the list that has the focus says so', () => {
  expect(announced(first, second, byId, false)).toMatch(/^Shot 2, description .*, Pending, .*[^.]\.$/);
  expect(announced(first, second, byId, true)).toBe('');
});

it('says what became of the shot before, also where the list says the rest', () => {
  expect(announced(first, second, held, false)).toMatch(/^Shot 1: On hold\. Shot 2, /);
  expect(announced(first, second, held, true)).toBe('Shot 1: On hold.');
  expect(announced(first, { ...first, state: 'on-hold' }, held, false)).toBe('Shot 1: On hold.');
});

it('says nothing where nothing became of it, or it is gone', () => {
  expect(announced(first, { ...first, score: 0.2 }, byId, false)).toBe('');
  expect(announced(first, first, new Map(), false)).toBe('');
});
