import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapOf } from './overlap.js';

const side = fc.double({ min: 0, max: 1, noNaN: true });
const box = fc.record({ x: side, y: side, width: side, height: side });

describe('how far two boxes overlap', () => {
  it('is the shared part of all that they cover', () => {
    const left = { x: 0, y: 0, width: 0.5, height: 1 };
    expect(overlapOf(left, { x: 0.25, y: 0, width: 0.5, height: 1 })).toBeCloseTo(1 / 3);
    expect(overlapOf(left, { x: 0.5, y: 0, width: 0.5, height: 1 })).toBe(0);
    const upper = { x: 0, y: 0, width: 1, height: 0.5 };
    expect(overlapOf(upper, { x: 0, y: 0.25, width: 1, height: 0.5 })).toBeCloseTo(1 / 3);
    expect(overlapOf(upper, { x: 0, y: 0.5, width: 1, height: 0.5 })).toBe(0);
    // Beside and below at once, and one within the other.
    expect(overlapOf(left, { x: 0.75, y: 0.5, width: 0.25, height: 0.25 })).toBe(0);
    expect(overlapOf(upper, { x: 0.75, y: 0.75, width: 0.25, height: 0.25 })).toBe(0);
    expect(overlapOf(upper, { x: 0.25, y: 0.125, width: 0.5, height: 0.25 })).toBe(0.25);
  });

  it('is the same either way, between 0 and 1, and 1 of a box with itself', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const overlap = overlapOf(a, b);
        expect(overlap).toBe(overlapOf(b, a));
        expect(overlap).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(1);
        if (a.width > 1e-6 && a.height > 1e-6) expect(overlapOf(a, a)).toBeCloseTo(1);
      }),
      { numRuns: 300 },
    );
  });
});
