import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aspectOf, inWindow, windowsOf } from './finding-windows.js';
import type { Region } from './records/index.js';

const box = (x: number, y: number, width: number, height: number): Region => ({ x, y, width, height });
const side = (region: Region | null, width = 1280, height = 720) => ({ region, width, height });
const WIDE = 16 / 9;

describe('what is seen of the two sides', () => {
  it('is as large a part of both frames, so that sizes can be compared', () => {
    const [a, b] = windowsOf([side(box(0.1, 0.3, 0.1, 0.2)), side(box(0.6, 0.3, 0.15, 0.3))], WIDE, false);
    expect(a?.width).toBeCloseTo(b?.width ?? 0, 9);
    expect(a?.height).toBeCloseTo(b?.height ?? 0, 9);
  });

  it('is cut for each by itself where one would be a speck', () => {
    const [a, b] = windowsOf([side(box(0.4, 0.4, 0.05, 0.05)), side(box(0.2, 0.1, 0.5, 0.8))], WIDE, false);
    expect(a?.width).toBeLessThan(0.2);
    expect(b?.width).toBeGreaterThan(0.9);
  });

  it('is all of a side that is not cut, which leaves the other as it is', () => {
    const [a, b] = windowsOf([side(null), side(box(0.4, 0.4, 0.1, 0.1))], WIDE, false);
    expect(a).toBeNull();
    expect(b?.width).toBeLessThan(0.3);
  });

  it('is what is enlarged and no more, where pixels are shown', () => {
    const [a] = windowsOf([side(box(0.5, 0.5, 0.075, 0.075))], WIDE, true);
    expect(a?.width).toBeCloseTo(0.075, 9);
    expect(a?.height).toBeCloseTo(0.075, 9);
  });

  it('is at one scale up to twice the size, and each for itself where pixels are shown', () => {
    const two = (size: number, magnified: boolean) =>
      windowsOf([side(box(0.1, 0.3, 0.1, 0.1)), side(box(0.6, 0.3, size, size))], WIDE, magnified).map(
        (window) => Number(window?.width.toFixed(4)),
      );
    expect([two(0.2, false), two(0.201, false)]).toEqual([
      [0.248, 0.248],
      [0.124, 0.2492],
    ]);
    expect(two(0.15, true)).toEqual([0.1, 0.15]);
  });

  it('holds its region in its frame, whatever the two are like', () => {
    const part = fc.double({ min: 0, max: 0.6, noNaN: true });
    const extent = fc.double({ min: 0.02, max: 0.4, noNaN: true });
    const some = fc.record({
      region: fc.option(fc.record({ x: part, y: part, width: extent, height: extent }), { nil: null }),
      width: fc.integer({ min: 64, max: 4000 }),
      height: fc.integer({ min: 64, max: 4000 }),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 2 }), fc.boolean(), (sides, magnified) => {
        const aspect = 1.5;
        const windows = windowsOf(sides, aspect, magnified);
        expect(windows).toHaveLength(sides.length);
        for (const [at, window] of windows.entries()) {
          const { region, width, height } = sides[at] ?? side(null);
          expect(window === null).toBe(region === null);
          if (!window || !region) continue;
          expect(window.x).toBeGreaterThanOrEqual(0);
          expect(window.y).toBeGreaterThanOrEqual(0);
          expect(window.x + window.width).toBeLessThanOrEqual(1 + 1e-9);
          expect(window.y + window.height).toBeLessThanOrEqual(1 + 1e-9);
          expect((window.width * width) / (window.height * height) / aspect).toBeCloseTo(1, 5);
          const middle = { x: region.x + region.width / 2, y: region.y + region.height / 2 };
          expect(middle.x).toBeGreaterThanOrEqual(window.x - 1e-9);
          expect(middle.x).toBeLessThanOrEqual(window.x + window.width + 1e-9);
          expect(middle.y).toBeGreaterThanOrEqual(window.y - 1e-9);
          expect(middle.y).toBeLessThanOrEqual(window.y + window.height + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('places a mark in the part that is shown', () => {
  expect(inWindow(box(0.5, 0.5, 0.25, 0.25), box(0.25, 0.25, 0.5, 0.5))).toEqual(box(0.5, 0.5, 0.5, 0.5));
  expect(inWindow(box(0.1, 0.2, 0.3, 0.4), null)).toEqual(box(0.1, 0.2, 0.3, 0.4));
});

it.each([
  [1280, 720, WIDE],
  [2560, 720, WIDE],
  [1024, 1024, 1.2],
  [1200, 900, 4 / 3],
  [0, 0, WIDE],
  [0, 720, WIDE],
  [1280, 0, WIDE],
])('of frames of %i × %i is %f times as wide as high', (width, height, aspect) => {
  const sides = [{ isOwn: true, width, height }] as Parameters<typeof aspectOf>[0]['sides'];
  expect(aspectOf({ sides })).toBeCloseTo(aspect, 9);
});
