import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineLeft, type Row, type Rows, spotInGrid, spotInStrip } from './place.js';

const ROW: Row = { left: 14, width: 100, gap: 8 };
const ROWS: Rows = { ...ROW, top: 16, height: 70, columns: 3 };

describe('where something is held', () => {
  it.each([
    [0, 0, 'before'],
    [30, 0, 'before'],
    [80, 0, 'after'],
    [117, 0, 'after'],
    [119, 1, 'before'],
    [9999, 2, 'after'],
  ] as const)('at %i along three frames, is frame %i, %s it', (x, at, side) => {
    expect(spotInStrip(x, ROW, 3)).toEqual({ at, side });
  });

  it.each([
    [20, 20, 0, 'before'],
    [300, 20, 2, 'after'],
    [20, 100, 3, 'before'],
    [9999, 100, 4, 'after'],
    [20, 9999, 3, 'before'],
    [-5, -5, 0, 'before'],
  ] as const)('at %i, %i over five frames in rows of three, is frame %i, %s it', (x, y, at, side) => {
    expect(spotInGrid(x, y, ROWS, 5)).toEqual({ at, side });
  });

  it('is nowhere where there are no frames', () => {
    expect(spotInStrip(10, ROW, 0)).toBeNull();
    expect(spotInGrid(10, 10, ROWS, 0)).toBeNull();
  });

  it('is the frame that the line is beside, and no line is farther than half a frame and the gap', () => {
    const drawn = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(drawn, ([count, along]) => {
        const x = ROW.left + along * (count * (ROW.width + ROW.gap) - ROW.gap);
        const spot = spotInStrip(x, ROW, count);
        if (!spot) throw new Error('no spot');
        expect(Math.abs(lineLeft(spot, ROW) - x)).toBeLessThanOrEqual(ROW.width / 2 + ROW.gap / 2 + 1e-9);
        const inRows = spotInGrid(x, ROWS.top, { ...ROWS, columns: 1e6 }, count);
        expect(inRows).toEqual(spot);
      }),
      { numRuns: 300 },
    );
  });
});
