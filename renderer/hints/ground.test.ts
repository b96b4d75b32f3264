import type { Decision, Records, Shot } from '@shared/records/index.js';
import { aBoard, aDecision } from '@testing/records.js';
import { expect, it } from 'vitest';
import { saysTheSame } from './ground.js';

const board: Records = aBoard(3);
const shotWith = (fields: Partial<Shot>): Records => ({
  ...board,
  shot: { ...board.shot, 'shot-1': { ...(board.shot['shot-1'] as Shot), ...fields } },
});
const decided = (fields: Partial<Decision>): Records => ({
  ...board,
  decision: { one: aDecision('one', { kind: 'hold', shotId: 'shot-1', ...fields }) },
});
const changes = (after: Records, suggested = false) => [
  !saysTheSame(board, after, suggested),
  !saysTheSame(after, board, suggested),
];

it.each<[string, Partial<Shot>]>([
  ['what it shows', { description: 'A fox.' }],
  ['its prompt', { prompt: 'a fox' }],
  ['its picture', { pickId: 'take-2' }],
  ['its scene', { scene: null }],
  ['its number', { number: '9A' }],
  ['its place', { position: 7 }],
  ['whether it is in play', { omitted: true }],
])('prompts are read beside %s', (_what, fields) => {
  expect(changes(shotWith(fields))).toEqual([true, true]);
});

it('prompts are not read beside what is decided, noted or rated', () => {
  const after = shotWith({ status: 'rejected', note: 'no', stars: 2, negativePrompt: 'text' });
  expect(changes(after)).toEqual([false, false]);
  expect(changes(decided({ kind: 'reject', findingKey: null }))).toEqual([false, false]);
  expect(changes(decided({ kind: 'dismiss', findingKey: 'blur:shot-1' }))).toEqual([false, false]);
});

it('of what is suggested it counts whether the shot takes part', () => {
  expect(changes(shotWith({ status: 'rejected' }), true)).toEqual([true, true]);
});

it('a hint that is dismissed, a shot that comes or goes and another canon change what is said', () => {
  const key = 'hint:same-framing:shot-2';
  expect(changes(decided({ kind: 'dismiss', findingKey: key }))).toEqual([true, true]);
  const { 'shot-2': _, ...shot } = board.shot;
  expect(changes({ ...board, shot })).toEqual([true, true]);
  expect(changes({ ...board, fact: {} })).toEqual([true, true]);
});
