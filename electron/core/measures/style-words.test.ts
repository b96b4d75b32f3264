import type { Measure } from '@shared/analysis.js';
import { describe, expect, it } from 'vitest';
import type { Features } from './style-aspects.js';
import { differenceOf, usualTraits } from './style-words.js';

/** A frame whose groups hold this one number where a word looks for it. */
const frame = (saturation: number, grain = 0, line = 0): Features => ({
  saturation: [saturation],
  grain: [0, Math.log10(grain + 0.3)],
  line: [0, Math.log10(line)],
});
const differenceOn = (board: readonly Features[], at: number, measures: readonly Measure[]) =>
  differenceOf(board[at] as Features, usualTraits(board), measures);
const group = (name: string, z: number | null): Measure => ({ name, value: 1, unit: '', z, flagged: false });
const BOARD = [frame(0.4), frame(0.5), frame(0.6)];

describe('how a frame looks different', () => {
  it('says what leaves and what stays, with numbers, the furthest first', () => {
    const board = [frame(0.08, 5, 0.1), ...BOARD.map(() => frame(0.46, 2, 0.02))];
    const measures = [group('line', 2), group('saturation', 6), group('tone', 1.4), group('grain', 3)];
    expect(differenceOn(board, 0, measures)).toEqual({
      detail:
        'saturation and grain and line leave, tone stays: saturation 0.08, board 0.46; grain in levels 5.0, board 2.0; share of strong edges 0.100, board 0.020',
      words: ['paler colours', 'more grain'],
    });
  });

  it('says more and less, and nothing of numbers that are written the same', () => {
    const words = (saturation: number) =>
      differenceOn([...BOARD, frame(saturation), frame(0.5)], 3, [group('saturation', 3)]).words;
    expect(words(0.7)).toEqual(['stronger colours']);
    expect(words(0.3)).toEqual(['paler colours']);
    expect(words(0.504)).toEqual([]);
  });

  it('names the furthest group where none is far by itself, and at most two that stay', () => {
    const measures = [
      group('saturation', 1.9),
      group('tone', 1.6),
      group('a', 1),
      group('b', 0.5),
      group('c', null),
    ];
    expect(differenceOn(BOARD, 0, measures).detail).toBe(
      'saturation leaves, b and c stay: saturation 0.40, board 0.50',
    );
    expect(differenceOn(BOARD, 0, [group('vision', 9)])).toEqual({ detail: 'vision leaves', words: [] });
  });

  it('names three groups at most', () => {
    const measures = ['a', 'b', 'c', 'd'].map((name, i) => group(name, 9 - i));
    expect(differenceOn(BOARD, 0, measures).detail).toBe('a and b and c leave');
  });
});
