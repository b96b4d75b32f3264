import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { horizonOf } from './horizon.js';
import { LEVEL, type Plane } from './planes.js';

const [WIDTH, HEIGHT] = [640, 360];

/** Darker below a line through `y` of the middle, from `from` to `to` of the width. */
function picture(tilt: number, y: number, { from = 0, to = 1, width = WIDTH, mirrored = false } = {}): Plane {
  const height = Math.round((width * HEIGHT) / WIDTH);
  const data = new Int16Array(width * height);
  const slope = Math.tan((tilt * Math.PI) / 180);
  for (let row = 0; row < height; row++)
    for (let at = 0; at < width; at++) {
      const x = mirrored ? width - 1 - at : at;
      const line = y * height + slope * (x + 0.5 - width / 2);
      const isInside = x >= from * width && x < to * width;
      const below = Math.min(1, Math.max(0, row + 0.5 - line + 0.5));
      data[row * width + at] = LEVEL * (isInside ? 180 - 90 * below : 180);
    }
  return { data, width, height };
}

describe('the horizon', () => {
  it('is found at any tilt up to 14°, and mirrored it falls to the other side', () => {
    const tilt = fc.double({ min: -14, max: 14, noNaN: true });
    const y = fc.double({ min: 0.35, max: 0.65, noNaN: true });
    fc.assert(
      fc.property(tilt, y, (degrees, middle) => {
        const found = horizonOf(picture(degrees, middle));
        const mirrored = horizonOf(picture(degrees, middle, { mirrored: true }));
        expect(Math.abs((found?.tilt ?? 90) - degrees)).toBeLessThanOrEqual(0.5);
        expect(Math.abs((found?.y ?? 9) - middle)).toBeLessThan(0.02);
        expect(Math.abs((mirrored?.tilt ?? 90) + degrees)).toBeLessThanOrEqual(0.5);
      }),
      { numRuns: 200 },
    );
  });

  it('is tilted as upright lines are, and then has no height', () => {
    const upright = turned(picture(-4, 0.5, { width: 360 }));
    expect(horizonOf(upright)).toEqual({ tilt: expect.closeTo(4, 0), y: null });
  });

  it('is none where no line runs along a good part of the picture, nor at a border, nor in a small or an even one', () => {
    expect(horizonOf(picture(0, 0.88, { from: 0.1, to: 0.7 }))).toMatchObject({ tilt: 0 });
    expect(horizonOf(picture(0, 0.88, { from: 0.1, to: 0.33 }))).toBeNull();
    expect(horizonOf(picture(0, 0.03))).toBeNull();
    expect(horizonOf(picture(0, 2))).toBeNull();
    expect(horizonOf(picture(0, 0.5, { width: 48 }))).toBeNull();
  });

  it('is none where lines of two angles are as strong', () => {
    const [a, b] = [picture(6, 0.3), picture(-6, 0.7)];
    const both = { ...a, data: a.data.map((value, i) => (value + (b.data[i] ?? 0)) / 2) };
    expect(horizonOf(a)).toMatchObject({ tilt: expect.closeTo(6, 0) });
    expect(horizonOf(both)).toBeNull();
  });
});

function turned({ data, width, height }: Plane): Plane {
  const out = data.map((_, i) => data[(i % height) * width + Math.floor(i / height)] ?? 0);
  return { data: out, width: height, height: width };
}
