import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSilenced } from './silence.js';
import { toldOf } from './told.js';

/** `right` of `pairs` told. */
const told = (right: number, pairs: number) =>
  toldOf(
    Array.from({ length: pairs }, (_, at) => (at < right ? { holds: 1, fails: 0 } : { holds: 0, fails: 1 })),
  );

describe('a skill is silenced', () => {
  it.each([
    ['no better than a coin', told(7, 14), null, true],
    ['worse than a coin', told(0, 14), null, true],
    ['58 % of 40', told(23, 40), null, true],
    ['better than a coin', told(13, 14), null, false],
    ['not examined', null, null, false],
    ['examined on too little', told(3, 9), null, false],
    ['examined on just enough', told(3, 10), null, true],
    ['a coin there, and this board speaks for it', told(7, 14), told(8, 8), false],
    ['a coin there, and this board speaks for it but once in twelve', told(7, 14), told(11, 12), false],
    ['a coin there, and this board does so by little', told(7, 14), told(9, 10), true],
    ['a coin there, and this board says too little', told(7, 14), told(7, 7), true],
    ['a coin on both', told(7, 14), told(5, 10), true],
    // The board alone silences nothing: its claims need not hold.
    ['good there and a coin here', told(13, 14), told(5, 10), false],
  ])('%s', (_what, drawn, board, silenced) => {
    expect(isSilenced(drawn, board)).toBe(silenced);
  });

  it.each([
    ['a coin on the whole', told(60, 120), true],
    ['better than a coin on the whole', told(90, 120), false],
    ['examined on too little on the whole, too', told(3, 6), false],
  ])('where it was examined on too little, and the judge is %s', (_what, all, silenced) => {
    expect(isSilenced(told(3, 6), null, all)).toBe(silenced);
    expect(isSilenced(told(3, 6), told(8, 8), all)).toBe(false);
    // What was shown of the skill itself is not outvoted.
    expect(isSilenced(told(13, 14), null, all)).toBe(false);
    expect(isSilenced(told(7, 14), null, all)).toBe(true);
  });

  it('where its word is worth just a coin’s, and a board speaks against that only by more than it may by chance', () => {
    const coin = { ...told(7, 14), low: 0.5 };
    expect(isSilenced(coin, null)).toBe(true);
    expect(isSilenced({ ...coin, low: 0.51 }, null)).toBe(false);
    expect(isSilenced(coin, { ...told(8, 8), low: 0.6 })).toBe(true);
    expect(isSilenced(coin, { ...told(8, 8), low: 0.61 })).toBe(false);
    const little = told(3, 6);
    const overall = (pairs: number) => isSilenced(little, null, { ...told(0, 9), pairs, low: 0.5 });
    expect([overall(9), overall(10)]).toEqual([false, true]);
  });

  it('by no board, and only by one where less was told', () => {
    const some = fc
      .integer({ min: 1, max: 60 })
      .chain((pairs) => fc.integer({ min: 0, max: pairs }).map((right) => told(right, pairs)));
    fc.assert(
      fc.property(some, some, (drawn, board) => {
        if (isSilenced(drawn, board)) expect(isSilenced(drawn, null)).toBe(true);
        expect(isSilenced(null, board)).toBe(false);
        const better = { ...drawn, low: Math.max(drawn.low, 0.51) };
        expect(isSilenced(better, board)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
