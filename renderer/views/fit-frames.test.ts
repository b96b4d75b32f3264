import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitAcross, frameWidth } from './fit-frames.js';

const of = (count: number) => ({ count, aspect: 16 / 9, under: 31, gap: 12 });
const room = { width: 1000, height: 640 };

describe('frames that are seen at once', () => {
  it('stand as many across as makes them largest', () => {
    expect([1, 2, 4, 9, 16, 64].map((count) => fitAcross(room, of(count)))).toEqual([1, 1, 2, 3, 4, 10]);
    expect(fitAcross({ width: 1000, height: 200 }, of(4))).toBe(4);
    expect(fitAcross({ width: 200, height: 1000 }, of(4))).toBe(1);
  });

  it('fill the width or the height but for what is between and under them', () => {
    expect(frameWidth({ width: 1000, height: 9000 }, of(4), 2)).toBe((1000 - 12) / 2);
    expect(frameWidth({ width: 9000, height: 640 }, of(3), 2)).toBeCloseTo(((640 - 12) / 2 - 31) * (16 / 9));
  });

  it('all fit, and no other number across makes them larger, nor a smaller one as large', () => {
    const side = fc.integer({ min: 50, max: 3000 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 64 }), (width, height, count) => {
        const here = { width, height };
        const across = fitAcross(here, of(count));
        const size = frameWidth(here, of(count), across);
        const rows = Math.ceil(count / across);
        expect(across * (size + 12) - 12).toBeLessThanOrEqual(width + 1e-6);
        expect(rows * (size / (16 / 9) + 31 + 12) - 12).toBeLessThanOrEqual(height + 1e-6);
        const sizes = Array.from({ length: count }, (_, at) => frameWidth(here, of(count), at + 1));
        expect(sizes.indexOf(Math.max(...sizes)) + 1).toBe(across);
      }),
      { numRuns: 200 },
    );
  });
});
