import { boardOf } from '@testing/derived-board.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import { isFlagged } from './filter.js';
import { nearestShot, nextShot, standingNext } from './moving.js';

const views = (count: number, flagged: readonly number[] = []) => {
  const { records, overview } = boardOf(count, flagged);
  return joinBoardView(records, overview, 3).views;
};

describe('the next shot that matters', () => {
  it('is looked for all the way round, and is never the same', () => {
    const five = views(5, [1, 3]);
    expect(nextShot(five, 's3', isFlagged)?.shot.id).toBe('s1');
    expect(nextShot(five, 's1', isFlagged)?.shot.id).toBe('s3');
    expect(nextShot(five, 's1', isFlagged, -1)?.shot.id).toBe('s3');
    expect(nextShot(five, 's4', isFlagged, -1)?.shot.id).toBe('s3');
    expect(nextShot(five, null, isFlagged)?.shot.id).toBe('s1');
    expect(nextShot(five, null, isFlagged, -1)?.shot.id).toBe('s3');
    expect(nextShot(views(2, [1]), 's1', isFlagged)).toBeNull();
    expect(nextShot([], 's1', isFlagged)).toBeNull();
    expect(nextShot(views(3, [2]), null, isFlagged)?.shot.id).toBe('s2');
    expect(nextShot(five, null, () => true, -1)?.shot.id).toBe('s4');
    expect(nextShot(five, null, () => true)?.shot.id).toBe('s0');
  });

  it('comes past every one of them, once, whichever way', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 2 }),
        fc.constantFrom(1 as const, -1 as const),
        (flagged, step) => {
          const all = views(10, flagged);
          let at = `s${flagged[0]}`;
          const seen = flagged.map(() => {
            at = nextShot(all, at, isFlagged, step)?.shot.id ?? '';
            return at;
          });
          expect(new Set(seen)).toEqual(new Set(flagged.map((i) => `s${i}`)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the nearest shot that is left', () => {
  const left = (...positions: number[]) => views(12).filter(({ shot }) => positions.includes(shot.position));

  it('is the closer one, the later of two as close, and itself where it is left', () => {
    expect(nearestShot(left(4, 20, 9), 5)?.shot.id).toBe('s4');
    expect(nearestShot(left(3, 7), 5)?.shot.id).toBe('s7');
    expect(nearestShot(left(7, 3).toReversed(), 5)?.shot.id).toBe('s7');
    expect(nearestShot(left(5, 6), 5)?.shot.id).toBe('s5');
    expect(nearestShot(left(0), 11)?.shot.id).toBe('s0');
    expect(nearestShot([], 5)).toBeNull();
  });
});

describe('what follows a shot that is gone', () => {
  it('stood behind it, else before it, in the order shown', () => {
    const order = ['d', 'a', 'c', 'b'];
    const next = (shotId: string, ...left: string[]) => standingNext(order, shotId, new Set(left));
    expect(next('a', 'd', 'c', 'b')).toBe('c');
    expect(next('a', 'd', 'b')).toBe('b');
    expect(next('b', 'd', 'a')).toBe('a');
    expect(next('a')).toBeNull();
    expect(next('x', 'd')).toBeNull();
  });
});
