import { describe, expect, it } from 'vitest';
import { clipsIn } from './clips.js';

type Json = Record<string, unknown>;

const time = (value: number): Json => ({ OTIO_SCHEMA: 'RationalTime.1', value, rate: 24 });
const range = (start: number, length: number): Json => ({ start_time: time(start), duration: time(length) });
const clip = (name: string, length: number | null = 24, more: Json = {}): Json => ({
  OTIO_SCHEMA: 'Clip.2',
  name,
  ...(length !== null && { source_range: range(0, length) }),
  ...more,
});
const track = (children: unknown[], more: Json = {}): Json => ({ OTIO_SCHEMA: 'Track.1', children, ...more });
const stack = (children: unknown[], more: Json = {}): Json => ({ OTIO_SCHEMA: 'Stack.1', children, ...more });
const marker = (at: number, words: Json): Json => ({ marked_range: range(at, 1), ...words });

/** Frames: when each clip is seen first, and how long. */
const seen = (root: unknown) =>
  clipsIn(root)?.map(({ clip: { name }, start, duration }) => [name, start * 24, duration * 24]);
const scenes = (root: unknown) => clipsIn(root)?.map(({ clip: { name }, scene }) => [name, scene]);
const notes = (root: unknown) => clipsIn(root)?.map((one) => one.notes);

describe('what lies side by side', () => {
  const both = stack([track([clip('a'), clip('b')]), track([clip('c')])]);

  it('in a stack alone is seen at the same time, the lower track first', () => {
    expect(seen(both)).toEqual([
      ['a', 0, 24],
      ['c', 0, 24],
      ['b', 24, 24],
    ]);
    expect(clipsIn(both)?.map((one) => one.track)).toEqual([0, 1, 0]);
  });

  it('within a track takes as long as the longest of it', () => {
    expect(seen(track([both, clip('d')]))).toEqual([
      ['a', 0, 24],
      ['c', 0, 24],
      ['b', 24, 24],
      ['d', 48, 24],
    ]);
  });

  it('may be clips without a track', () => {
    expect(seen(stack([clip('a'), clip('b', 12)]))).toEqual([
      ['a', 0, 24],
      ['b', 0, 12],
    ]);
  });
});

describe('a clip of no length', () => {
  it('is seen where it stands', () => {
    expect(seen(track([clip('a'), clip('b', null), clip('c')]))).toEqual([
      ['a', 0, 24],
      ['b', 24, 0],
      ['c', 24, 24],
    ]);
  });

  it('is not seen outside of what is trimmed, nor where that ends', () => {
    const inner = track([clip('x', null), clip('a'), clip('b', null), clip('c'), clip('d', null), clip('e')]);
    expect(seen(track([{ ...inner, source_range: range(24, 24) }]))).toEqual([
      ['b', 0, 0],
      ['c', 0, 24],
    ]);
  });
});

it('names as the scene what a stack or track is called, else what is around it', () => {
  const mill = stack([track([clip('b')])], { name: ' Mill ' });
  const unnamed = stack([track([clip('c')])], { name: ' ' });
  expect(scenes(track([clip('a'), mill, stack([track([clip('d'), unnamed])], { name: 'Quay' })]))).toEqual([
    ['a', null],
    ['b', 'Mill'],
    ['d', 'Quay'],
    ['c', 'Quay'],
  ]);
});

describe('markers', () => {
  it('say their name and their comment, once where both say the same, and nothing where neither does', () => {
    const markers = [
      marker(1, { name: ' dark ', comment: 'dark' }),
      marker(2, { name: ' ', comment: '' }),
      marker(3, { comment: 'too far' }),
    ];
    expect(notes(track([clip('a', 24, { markers }), clip('b')]))).toEqual([['dark', 'too far'], []]);
  });

  it('stand on the clip that begins there, on the first where none does yet, and without a time at its start', () => {
    const markers = [marker(24, { name: 'on b' }), marker(-5, { name: 'early' }), { name: 'at no time' }];
    expect(notes(track([clip('a'), clip('b')], { markers }))).toEqual([['early', 'at no time'], ['on b']]);
  });
});

it('reads nothing that is no object, and what is deep only as far as anybody would put it', () => {
  expect(seen(track([null, 'clip', 3, clip('a')]))).toEqual([['a', 0, 24]]);
  const deep = (levels: number, wrap: (inner: Json) => Json) =>
    Array.from({ length: levels }).reduce<Json>((inner) => wrap(inner), clip('a'));
  for (const wrap of [(inner: Json) => stack([inner]), (inner: Json) => track([inner])]) {
    expect(seen(deep(30, wrap))).toEqual([['a', 0, 24]]);
    expect(seen(deep(200, wrap))).toEqual([]);
  }
});
