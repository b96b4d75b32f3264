import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Look } from '../stores/index.js';
import { boxOf, canPan, FITTED, type Looked, pannedBy, percentOf, zoomedAt, zoomedTo } from './look.js';

/** A picture of 1000 × 500 that fits at 400 × 200, with 50 free above and below. */
const looked: Looked = {
  area: { width: 400, height: 300 },
  picture: { width: 1000, height: 500 },
  most: 3,
  pixelRatio: 1,
};
const MIDDLE = { x: 200, y: 150 };

const lengths = fc.integer({ min: 60, max: 4000 });
const sizes = fc.record({ width: lengths, height: lengths });
const looks: fc.Arbitrary<Looked> = fc.record({
  area: sizes,
  picture: sizes,
  most: fc.constantFrom(1, 3),
  pixelRatio: fc.constantFrom(1, 1.5, 2),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const factors = fc.double({ min: 0.2, max: 5, noNaN: true });

describe('where a picture stands', () => {
  it('is whole when fitted, and in its own pixels at 100 %', () => {
    expect(boxOf(looked, FITTED)).toEqual({ left: 0, top: 50, width: 400, height: 200 });
    const actual = boxOf(looked, { ...FITTED, zoom: 'actual' });
    expect(actual).toEqual({ left: -300, top: -100, width: 1000, height: 500 });
    expect(percentOf(looked, actual)).toBe(100);
    expect(percentOf(looked, boxOf(looked, FITTED))).toBe(40);
  });

  it('counts the pixels of the screen', () => {
    const sharp = { ...looked, pixelRatio: 2 };
    const box = boxOf(sharp, { ...FITTED, zoom: 'actual' });
    expect(box.width).toBe(500);
    expect(percentOf(sharp, box)).toBe(100);
    expect(percentOf(sharp, boxOf(sharp, FITTED))).toBe(80);
  });

  it('shows the part that was chosen, as near as it can', () => {
    expect(boxOf(looked, { zoom: 'actual', x: 0.3, y: 0.5 })).toMatchObject({ left: -100, top: -100 });
    expect(boxOf(looked, { zoom: 'actual', x: 0, y: 1 })).toMatchObject({ left: 0, top: -200 });
    expect(boxOf(looked, { zoom: 'actual', x: 1, y: 0 })).toMatchObject({ left: -600, top: 0 });
    // At 1.2 times the fitted size it is 240 high, less than there is room for.
    expect(boxOf(looked, { zoom: 1.2, x: 0.5, y: 1 })).toMatchObject({ top: 30 });
  });

  it('never leaves room that it could fill, nor its own shape', () => {
    fc.assert(
      fc.property(looks, fc.record({ zoom: factors, x: share, y: share }), (on, look) => {
        const { left, top, width, height } = boxOf(on, look);
        const { area, picture } = on;
        const free = (start: number, length: number, room: number) =>
          length <= room
            ? expect(start).toBeCloseTo((room - length) / 2, 6)
            : expect([start <= 1e-6, start + length >= room - 1e-6]).toEqual([true, true]);
        free(left, width, area.width);
        free(top, height, area.height);
        expect(width / height / (picture.width / picture.height)).toBeCloseTo(1, 6);
      }),
      { numRuns: 200 },
    );
  });

  it('has its limits', () => {
    expect(percentOf(looked, boxOf(looked, { ...FITTED, zoom: 1000 }))).toBe(800);
    expect(boxOf(looked, { ...FITTED, zoom: 0.01 }).width).toBe(400);
    // A small picture is enlarged to fit, and can be seen in its own pixels or four times larger than fitted.
    const small = { ...looked, picture: { width: 40, height: 20 }, most: 10 };
    expect(boxOf(small, { ...FITTED, zoom: 0.01 }).width).toBe(40);
    expect(boxOf(small, { ...FITTED, zoom: 1000 }).width).toBe(1600);
  });
});

describe('zooming', () => {
  it('keeps what is under the pointer where it is', () => {
    const point = { x: 100, y: 150 };
    const look = zoomedAt(looked, FITTED, 4, point);
    const before = boxOf(looked, FITTED);
    const after = boxOf(looked, look);
    expect(look.zoom).toBeCloseTo(4);
    expect((point.x - after.left) / after.width).toBeCloseTo((point.x - before.left) / before.width);
    expect((point.y - after.top) / after.height).toBeCloseTo((point.y - before.top) / before.height);
  });

  it('keeps it wherever the picture then covers the area, for any picture and pointer', () => {
    fc.assert(
      fc.property(
        looks,
        fc.record({ zoom: factors, x: share, y: share }),
        factors,
        share,
        share,
        (on, look, factor, x, y) => {
          const point = { x: on.area.width * x, y: on.area.height * y };
          const before = boxOf(on, look);
          const next = zoomedAt(on, look, factor, point);
          const after = boxOf(on, next);
          const { left, width } = after;
          // Where an edge of the picture would come into the area, it stays at the area's edge instead.
          if (width <= on.area.width + 1 || left > -1e-3 || left + width < on.area.width + 1e-3) return;
          expect((point.x - left) / width).toBeCloseTo((point.x - before.left) / before.width, 4);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('goes back to fitted where it comes close to it, and no smaller', () => {
    const near = zoomedAt(looked, FITTED, 2, MIDDLE);
    expect(zoomedAt(looked, near, 0.502, MIDDLE)).toEqual(FITTED);
    expect(zoomedAt(looked, near, 0.1, MIDDLE)).toEqual(FITTED);
    expect(zoomedAt(looked, near, 0.51, MIDDLE).zoom).toBeCloseTo(1.02);
  });

  it('remembers where the picture really stood, so that nothing must be unwound', () => {
    const corner = zoomedAt(looked, FITTED, 4, { x: 0, y: 0 });
    expect(boxOf(looked, corner)).toMatchObject({ left: 0, top: 0 });
    const back = pannedBy(looked, corner, { x: -10, y: 0 });
    expect(boxOf(looked, back).left).toBeCloseTo(-10);
  });

  it('to 100 % keeps the point, and to fitted asks for none', () => {
    const look = zoomedTo(looked, FITTED, 'actual', { x: 100, y: 150 });
    expect(look.zoom).toBe('actual');
    expect(boxOf(looked, look).left).toBeCloseTo(100 - 250);
    expect(zoomedTo(looked, look, 'fit', MIDDLE)).toEqual(FITTED);
  });
});

describe('panning', () => {
  it('moves with the hand until the edge is reached', () => {
    const look: Look = { ...FITTED, zoom: 'actual' };
    const moved = pannedBy(looked, look, { x: 60, y: -40 });
    expect(moved.zoom).toBe('actual');
    expect(boxOf(looked, moved)).toMatchObject({ left: -240, top: -140 });
    expect(boxOf(looked, pannedBy(looked, look, { x: 9999, y: 9999 }))).toMatchObject({ left: 0, top: 0 });
    expect(boxOf(looked, pannedBy(looked, look, { x: -9999, y: 0 }))).toMatchObject({ left: -600 });
  });

  it('is for what is larger than the area, either way', () => {
    const can = (look: Look, on = looked) => canPan(on, boxOf(on, look));
    expect(can(FITTED)).toBe(false);
    expect(can({ ...FITTED, zoom: 1.2 })).toBe(true);
    expect(can({ ...FITTED, zoom: 1.001 })).toBe(false);
    const tall = { ...looked, picture: { width: 100, height: 1000 } };
    expect(can({ ...FITTED, zoom: 1.2 }, tall)).toBe(true);
  });

  it('shows the same part of a take of another size', () => {
    const larger = { ...looked, picture: { width: 2000, height: 1000 } };
    const look = pannedBy(looked, zoomedAt(looked, FITTED, 3, MIDDLE), { x: 31, y: 7 });
    expect(boxOf(larger, look)).toEqual(boxOf(looked, look));
  });
});
