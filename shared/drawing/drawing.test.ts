import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIGURE_COLOURS, type Figure, figure as figureSchema, MOST_LINE_POINTS } from '../records/index.js';
import { figureWords, fittedIn, INKS, inWidth, isNear, type PenPoint, shapeOf, thinned } from './index.js';

const SIZE = { width: 200, height: 100 };
const look = { colour: 'red', size: 0.02 } as const;
const pen = (...points: PenPoint[]): Figure => ({ kind: 'pen', points, ...look });
const box: Figure = { kind: 'box', region: { x: 0.25, y: 0.2, width: 0.5, height: 0.4 }, ...look };
const arrow: Figure = { kind: 'arrow', from: [0, 0.5], to: [0.5, 0.5], ...look };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const line = fc.array(fc.tuple(share, share, share), { minLength: 1, maxLength: 400 });

describe('a line of the pen', () => {
  it('keeps its ends, and no point of it is seen to be missing', () => {
    fc.assert(
      fc.property(line, fc.constantFrom(0.5, 1, 2.39), (points, aspect) => {
        const kept = thinned(points, aspect, MOST_LINE_POINTS);
        expect(figureSchema.safeParse(pen(...kept)).success).toBe(true);
        const [wide, high] = aspect > 1 ? [aspect, 1] : [1, 1 / aspect];
        const at = ([x, y]: readonly number[]) => [(x ?? 0) * wide, (y ?? 0) * high] as const;
        const near = (a: readonly number[], b: readonly number[]) =>
          Math.hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1]);
        expect(near(kept[0] ?? [], points[0] ?? [])).toBeLessThan(0.001);
        expect(near(kept.at(-1) ?? [], points.at(-1) ?? [])).toBeLessThan(0.001);
        const size = { width: wide * 1000, height: high * 1000 };
        const drawn = { ...pen(...kept), size: 1e-9 } as Figure;
        for (const [x, y] of points) expect(isNear(drawn, [x, y], size, 1.6)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('that is straight is its two ends, but for where it was pressed otherwise', () => {
    const straight = Array.from({ length: 200 }, (_, n): PenPoint => [n / 200, n / 400, 0.5]);
    expect(thinned(straight, 1.78, MOST_LINE_POINTS)).toHaveLength(2);
    const pressed = straight.map(([x, y], n): PenPoint => [x, y, n / 200 < 0.5 ? 0.1 : 0.9]);
    expect(thinned(pressed, 1.78, MOST_LINE_POINTS).length).toBeGreaterThan(3);
  });

  it('has no more points than may be kept, however wild it is', () => {
    const wild = Array.from({ length: 6000 }, (_, n): PenPoint => [n % 2, (n % 3) / 2, 0.5]);
    expect(thinned(wild, 1, 50).length).toBeLessThanOrEqual(50);
    expect(thinned(wild, 1, MOST_LINE_POINTS).length).toBeLessThanOrEqual(MOST_LINE_POINTS);
  });

  it('is broader where it was pressed, and a dot where it was only set down', () => {
    const height = (pressure: number) => {
      const shape = shapeOf(
        { ...pen([0.1, 0.5, pressure], [0.5, 0.5, pressure], [0.9, 0.5, pressure]), size: 0.2 } as Figure,
        SIZE,
      );
      const ys = shape.kind === 'area' ? [...shape.d.matchAll(/[MQ ]([\d.]+) ([\d.]+)/g)] : [];
      const values = ys.map(([, , y]) => Number(y));
      return Math.max(...values) - Math.min(...values);
    };
    expect(height(1)).toBeGreaterThan(height(0.6) * 1.2);
    expect(height(0.6)).toBeGreaterThan(height(0.1) * 1.2);
    // Its outline and the curves through that stay within the width of the line.
    const { d } = shapeOf(pen([0.1, 0.5, 1], [0.3, 0.5, 0.6], [0.9, 0.5, 0.8]), SIZE) as { d: string };
    const places = [...d.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(places.length).toBeGreaterThan(20);
    for (const [x, y] of places) {
      expect(Math.abs(x - 100)).toBeLessThan(80 + 2);
      expect(Math.abs(y - 50)).toBeLessThan(2);
    }
    const dot = shapeOf(pen([0.5, 0.5, 0.5]), SIZE);
    expect(dot.kind === 'area' && dot.d.startsWith('M') && dot.d.endsWith('Z')).toBe(true);
  });
});

describe('a figure', () => {
  it('is drawn in pixels of its picture, thick by the shorter side', () => {
    expect(shapeOf(box, SIZE)).toEqual({ kind: 'line', d: 'M50 20L150 20L150 60L50 60Z', width: 2 });
    const ellipse = { ...box, kind: 'ellipse' } as Figure;
    expect(shapeOf(ellipse, SIZE)).toMatchObject({ d: 'M50 40A50 20 0 0 1 150 40A50 20 0 0 1 50 40Z' });
    const { d } = shapeOf(arrow, SIZE) as { d: string };
    expect(d).toMatch(/^M0 50L100 50M90\.\d+ 5\d\.\d+L100 50L90\.\d+ 4\d\.\d+$/);
    const label: Figure = { kind: 'text', at: [0.5, 0.5], text: 'hat', colour: 'blue', size: 0.1 };
    expect(shapeOf(label, SIZE)).toEqual({ kind: 'letters', text: 'hat', x: 100, y: 50, height: 10 });
  });

  it('is found by the line that it is drawn with, not by what it surrounds', () => {
    const near = (one: Figure, x: number, y: number) => isNear(one, [x, y], SIZE, 4);
    expect([near(box, 0.25, 0.4), near(box, 0.5, 0.4), near(box, 0.25, 0.7)]).toEqual([true, false, false]);
    const ellipse = { ...box, kind: 'ellipse' } as Figure;
    expect([near(ellipse, 0.25, 0.4), near(ellipse, 0.25, 0.2)]).toEqual([true, false]);
    expect([near(arrow, 0.4, 0.53), near(arrow, 0.4, 0.6)]).toEqual([true, false]);
    const label: Figure = { kind: 'text', at: [0.5, 0.5], text: 'hat', colour: 'blue', size: 0.1 };
    expect([near(label, 0.55, 0.45), near(label, 0.8, 0.45)]).toEqual([true, false]);
    expect(near(pen([0.1, 0.1, 1]), 0.11, 0.11)).toBe(true);
  });

  it('has a name, and an ink that differs from what stands round it', () => {
    expect(figureWords(arrow)).toBe('Red arrow');
    expect(figureWords({ kind: 'text', at: [0, 0], text: 'hat', colour: 'white', size: 0.1 })).toBe(
      'White text “hat”',
    );
    for (const colour of FIGURE_COLOURS) expect(INKS[colour].ink).not.toBe(INKS[colour].round);
  });
});

it('lies over a picture of other proportions as its own picture would: whole, in the middle', () => {
  const wide = { width: 200, height: 100 };
  const square = { width: 500, height: 500 };
  expect(fittedIn(wide, square)).toEqual({ x: 0, y: 0.25, width: 1, height: 0.5 });
  expect(fittedIn(square, wide)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 });
  expect(fittedIn(wide, { width: 401, height: 200 })).toBeNull();
  expect(fittedIn(wide, { width: 0, height: 0 })).toBeNull();
});

it('a figure is as thick as is chosen, and its letters are higher than lines are thick', () => {
  const text: Figure = { kind: 'text', at: [0, 0], text: 'hat', ...look };
  const box: Figure = { kind: 'box', region: { x: 0, y: 0, width: 1, height: 1 }, ...look };
  expect(inWidth(box, 'thick')).toEqual({ ...box, size: 0.024 });
  expect(inWidth(text, 'thin')).toEqual({ ...text, size: 0.027 });
});
