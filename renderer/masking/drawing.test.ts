import { mask as maskSchema } from '@shared/records/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundAll, begun, drawnTo, steppedTo, withoutLast, withShape } from './drawing.js';

const BRUSH = { erases: false, size: 0.1 };
const dot = begun(BRUSH, [0.5, 0.5]);

describe('a part that is painted', () => {
  it('begins with a soft edge, takes shape after shape, and loses the last one first', () => {
    const first = withShape(null, dot);
    expect(first).toEqual({ shapes: [dot], feather: 0.02 });
    const hard = { ...first, feather: 0 };
    const erased = begun({ ...BRUSH, erases: true }, [0.1, 0.2]);
    const second = withShape(hard, erased);
    expect(second).toEqual({ shapes: [dot, erased], feather: 0 });
    expect(erased).toEqual({ kind: 'eraser', size: 0.1, points: [[0.1, 0.2]] });
    expect(withoutLast(second)).toEqual(hard);
    expect(withoutLast(hard)).toBeNull();
  });

  it('gets a point only where the hand has moved, as far to the side as down', () => {
    // Twice as wide as high: the same way on the screen is half as much of the width.
    const near = (x: number, y: number) => drawnTo(dot, [x, y], 2).points.length;
    expect([near(0.5035, 0.5), near(0.5045, 0.5), near(0.5, 0.5075), near(0.5, 0.5085)]).toEqual([
      1, 2, 1, 2,
    ]);
    const upright = (x: number, y: number) => drawnTo(dot, [x, y], 0.5).points.length;
    expect([upright(0.5085, 0.5), upright(0.5, 0.5035), upright(0.5, 0.5045)]).toEqual([2, 1, 2]);
    expect(drawnTo(dot, [0.5001, 0.5], 2)).toBe(dot);
  });

  it('is painted by keys in steps of the brush, as far to the side as down, and never beyond the picture', () => {
    const step = (key: string, isFar = false) => steppedTo([0.5, 0.5], key, BRUSH, 2, isFar);
    expect(step('ArrowRight')).toEqual([0.525, 0.5]);
    expect(step('ArrowDown')).toEqual([0.5, 0.55]);
    expect(step('ArrowLeft', true)).toEqual([0.4, 0.5]);
    expect(step('ArrowUp', true)).toEqual([0.5, 0.3]);
    expect(step('a')).toBeNull();
    expect(steppedTo([0.01, 0.99], 'ArrowLeft', BRUSH, 1, true)).toEqual([0, 0.99]);
    expect(steppedTo([0.01, 0.99], 'ArrowDown', BRUSH, 1, false)).toEqual([0.01, 1]);
    // Each step makes a point of the line.
    expect(drawnTo(dot, step('ArrowRight') ?? [0, 0], 2).points).toHaveLength(2);
  });

  it('is one that can be ordered, however long and wild it is painted', () => {
    const point = fc.tuple(
      fc.double({ min: -0.5, max: 1.5, noNaN: true }),
      fc.double({ min: -0.5, max: 1.5, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        ([first, ...rest], erases) => {
          const line = rest.reduce(
            (all, at) => drawnTo(all, at, 1.78),
            begun({ erases, size: 0.01 }, first as [number, number]),
          );
          expect(maskSchema.safeParse(withShape(null, line)).success).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
    const many = Array.from({ length: 6_000 }, (_, i): [number, number] => [i % 2, i % 3]);
    const long = many.reduce((all, at) => drawnTo(all, at, 1), dot);
    const full = Array.from({ length: 1_001 }).reduce<ReturnType<typeof withShape>>(
      (all) => withShape(all, dot),
      withShape(null, long),
    );
    expect(maskSchema.safeParse(full).success).toBe(true);
  });

  it('lies round what shows a fault, within the picture', () => {
    const region = { x: 0.1, y: 0.5, width: 0.2, height: 0.4 };
    const [shape] = aroundAll([region])?.shapes ?? [];
    expect(shape?.kind === 'box' && shape.region.x).toBeCloseTo(0.07);
    expect(shape?.kind === 'box' && shape.region.width).toBeCloseTo(0.26);
    expect(shape?.kind === 'box' && shape.region.y).toBeCloseTo(0.44);
    // Down to its lower edge.
    expect(shape?.kind === 'box' && shape.region.height).toBeCloseTo(0.52);
    expect(aroundAll([{ x: 0, y: 0, width: 1, height: 1 }])?.shapes).toEqual([
      { kind: 'box', region: { x: 0, y: 0, width: 1, height: 1 } },
    ]);
    expect(aroundAll([region, region])?.shapes).toHaveLength(2);
    expect(aroundAll([])).toBeNull();
  });
});
