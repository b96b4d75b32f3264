import { EMPTY_OVERVIEW } from '@shared/overview.js';
import type { Records, Shot } from '@shared/records/index.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';

const whole: Records = aBoard(6);
const withShot = (records: Records, id: string, fields: Partial<Shot>): Records => ({
  ...records,
  shot: { ...records.shot, [id]: { ...(records.shot[id] as Shot), ...fields } },
});
const { 'take-3': _, ...takes } = whole.take;
const bare = withShot({ ...whole, take: takes }, 'shot-1', { description: ' ' });
const named = (records: Records) =>
  joinBoardView(records, EMPTY_OVERVIEW, 3).lacking.map(({ shot, lacks }) => [shot.id, ...lacks]);

it('holds the shots that lack a picture or a description, as long as they are in play', () => {
  expect(named(whole)).toEqual([]);
  expect(named(bare)).toEqual([
    ['shot-1', 'description'],
    ['shot-3', 'picture'],
  ]);
  expect(named(withShot(bare, 'shot-3', { description: '', omitted: true }))).toEqual([
    ['shot-1', 'description'],
  ]);
  expect(named(withShot(bare, 'shot-3', { description: '' }))).toEqual([
    ['shot-1', 'description'],
    ['shot-3', 'picture', 'description'],
  ]);
});

it('stays the same list while something is decided about others', () => {
  const before = joinBoardView(bare, EMPTY_OVERVIEW, 3);
  const decided = withShot(bare, 'shot-0', { status: 'on-hold', stars: 3 });
  const after = joinBoardView(decided, EMPTY_OVERVIEW, 3, before);
  expect(after).not.toBe(before);
  expect(after.lacking).toBe(before.lacking);
  const described = withShot(decided, 'shot-1', { description: 'A fox.' });
  expect(joinBoardView(described, EMPTY_OVERVIEW, 3, after).lacking).toHaveLength(1);
});
