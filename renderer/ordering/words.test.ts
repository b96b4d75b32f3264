import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { movedWords, newScene } from './words.js';

const board = aBoard(8);
const inScenes = (...scenes: (string | null)[]) => ({
  ...board,
  shot: Object.fromEntries(
    Object.entries(board.shot).map(([id, shot], at) => [id, { ...shot, scene: scenes[at] ?? null }]),
  ),
});

it.each([
  [['shot-7'], 'Shot 8 moved after shot 3.'],
  [['shot-7', 'shot-0'], 'Shots 1 and 8 moved after shot 3.'],
  [['shot-0', 'shot-1', 'shot-3', 'shot-4', 'shot-5', 'shot-6'], '6 shots moved after shot 3.'],
])('%j: %s', (shotIds, words) => {
  expect(movedWords(board, shotIds, { beside: 'shot-2', side: 'after' })).toBe(words);
});

it('the scene is said that they come into, and no other', () => {
  const records = inScenes('1', '1', 'Mill', 'Mill');
  const words = (shot: string, beside: string) => movedWords(records, [shot], { beside, side: 'before' });
  expect(words('shot-0', 'shot-1')).toBe('Shot 1 moved before shot 2.');
  expect(words('shot-0', 'shot-2')).toBe('Shot 1 moved before shot 3, into Mill.');
  expect(words('shot-2', 'shot-0')).toBe('Shot 3 moved before shot 1, into scene 1.');
  expect(words('shot-2', 'shot-6')).toBe('Shot 3 moved before shot 7, out of its scene.');
  expect(newScene(records, ['shot-0', 'shot-2'], 'shot-1')).toBe('Scene 1');
  expect(newScene(records, ['shot-5'], 'shot-6')).toBeNull();
});
