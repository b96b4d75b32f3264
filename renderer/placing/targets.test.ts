import type { Placing } from '@shared/contract/index.js';
import { expect, it } from 'vitest';
import { beforeAt, choicesFor, firstTargets, movesOf, placeKey, sharedPlace } from './targets.js';

const choice = (node: string, input: string, before: string) => ({
  node,
  input,
  type: 'T',
  title: '',
  before,
});
const row = (value: 'prompt' | 'seed' | 'file', id: string, input: string) => ({
  value,
  node: { id, type: 'T', title: '' },
  input,
  before: 'old',
  after: `${value} new`,
});

const PLACING: Placing = {
  shape: 's',
  generator: 'comfyui',
  graph: 'graph.json',
  nodes: 7,
  added: [],
  rows: [
    row('prompt', '6', 'clip_l'),
    row('prompt', '6', 't5xxl'),
    row('seed', '3', 'seed'),
    row('file', '9', 'filename_prefix'),
  ],
  missing: ['negativePrompt'],
  choices: {
    words: [choice('6', 'clip_l', 'a cat'), choice('6', 't5xxl', 'a cat'), choice('7', 'text', 'bad')],
    numbers: [choice('3', 'seed', '8'), choice('3', 'steps', '20')],
  },
  waiting: 2,
};

const moved = (at: number, place: string) =>
  firstTargets(PLACING).map((target, index) => (index === at ? { ...target, place } : target));

it('begins as the graph has it, with nowhere for what has no place', () => {
  expect(firstTargets(PLACING).map(({ value, place }) => [value, place])).toEqual([
    ['prompt', placeKey('6', 'clip_l')],
    ['prompt', placeKey('6', 't5xxl')],
    ['seed', placeKey('3', 'seed')],
    ['file', placeKey('9', 'filename_prefix')],
    ['negativePrompt', ''],
  ]);
  expect(movesOf(PLACING, firstTargets(PLACING))).toEqual({});
});

it('offers words for words and numbers for numbers, and no other place for a file', () => {
  expect(choicesFor(PLACING, 'negativePrompt')).toHaveLength(3);
  expect(choicesFor(PLACING, 'seed')?.map(({ input }) => input)).toEqual(['seed', 'steps']);
  expect(choicesFor(PLACING, 'file')).toBeNull();
});

it('says of a moved value all its places, and nothing of the others', () => {
  expect(movesOf(PLACING, moved(4, placeKey('7', 'text')))).toEqual({
    negativePrompt: [{ node: '7', input: 'text' }],
  });
  expect(movesOf(PLACING, moved(1, ''))).toEqual({ prompt: [{ node: '6', input: 'clip_l' }] });
  expect(movesOf(PLACING, moved(2, ''))).toEqual({ seed: [] });
});

it('shows what stands where a value is moved to', () => {
  expect(beforeAt(PLACING, moved(2, placeKey('3', 'steps'))[2] as never)).toBe('20');
  expect(beforeAt(PLACING, firstTargets(PLACING)[3] as never)).toBe('old');
  expect(beforeAt(PLACING, firstTargets(PLACING)[4] as never)).toBe('');
});

it('finds a place that two values would go to', () => {
  expect(sharedPlace(moved(4, placeKey('6', 't5xxl')))).toBe(placeKey('6', 't5xxl'));
  expect(sharedPlace(moved(4, placeKey('7', 'text')))).toBeNull();
  // One value may go to a place twice, and nowhere is no place.
  expect(sharedPlace(moved(1, placeKey('6', 'clip_l')))).toBeNull();
  expect(sharedPlace(moved(2, ''))).toBeNull();
});
