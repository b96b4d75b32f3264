import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, quantile } from './planes.js';
import { reusedValues } from './reused.js';
import { quantileIn, ranked, select, sortByCounting } from './select.js';

const values = (minLength: number) =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.float({ min: 0, max: 255, noNaN: true })), {
      minLength,
      maxLength: 80,
    })
    .map((list) => Float32Array.from(list));

describe('values found without sorting all of them', () => {
  it('gives the value that sorting would put there, and loses none', () => {
    fc.assert(
      fc.property(values(1), fc.nat(), (list, at) => {
        const sorted = list.slice().sort();
        const rank = at % list.length;
        expect(select(list, list.length, rank)).toBe(sorted[rank]);
        expect(list.sort()).toEqual(sorted);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves what stands behind the count alone', () => {
    const list = Float32Array.of(9, 4, 7, 1, 0);
    expect(select(list, 3, 1)).toBe(7);
    expect([...list.subarray(3)]).toEqual([1, 0]);
  });

  it('takes a share as it is taken of a sorted list', () => {
    fc.assert(
      fc.property(values(0), fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const wanted = quantile(list.slice().sort(), share);
        expect(quantileIn(list, share)).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });
});

const whole = (most: number) =>
  fc.array(fc.oneof(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: most })), {
    minLength: 1,
    maxLength: 80,
  });

describe('whole numbers found by counting', () => {
  it('gives the value that sorting would put there, and leaves them as they are', () => {
    fc.assert(
      fc.property(whole(65_535), fc.nat(), fc.nat(), (list, some, at) => {
        const values = Uint16Array.from(list);
        const count = 1 + (some % list.length);
        const rank = at % count;
        expect(ranked(values, count, rank)).toBe(values.slice(0, count).sort()[rank]);
        expect([...values]).toEqual(list);
      }),
      { numRuns: 500 },
    );
  });

  it('sorts the values of a plane', () => {
    fc.assert(
      fc.property(whole(255 * 128), (list) => {
        expect([...sortByCounting(Int16Array.from(list))]).toEqual(list.sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });
});

describe('columns one behind the other', () => {
  it('holds every column asked for, from top to bottom', () => {
    const shape = fc.record({
      width: fc.integer({ min: 1, max: 90 }),
      height: fc.integer({ min: 1, max: 12 }),
      first: fc.nat(4),
      stride: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(shape, ({ width, height, first, stride }) => {
        const data = Int16Array.from({ length: width * height }, (_, i) => i);
        const wanted: number[] = [];
        for (let x = first; x < width; x += stride)
          for (let y = 0; y < height; y++) wanted.push(y * width + x);
        expect([...columnsOf({ data, width, height }, first, stride, reusedValues())]).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
});
