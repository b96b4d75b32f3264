import { expect, it } from 'vitest';
import type { Mask } from '../records/index.js';
import { coverOf } from './covered.js';
import { coverage, drawn, featherOf, maskSvg } from './index.js';

const SIZE = { width: 200, height: 100 };
const box = (x: number, y: number, width: number, height: number) =>
  ({ kind: 'box', region: { x, y, width, height } }) as const;
const stroke = (kind: 'brush' | 'eraser', size: number, ...points: [number, number][]) => ({
  kind,
  size,
  points,
});

it.each<[what: string, shapes: Mask['shapes'], share: number]>([
  ['nothing beside a small box', [box(0, 0, 0.5, 0.5)], 0.25],
  ['all of the picture', [box(0, 0, 1, 1)], 1],
  ['nothing where all is erased again', [box(0, 0, 1, 1), stroke('eraser', 1, [0, 0.5], [1, 0.5])], 0],
  ['what is painted over what was erased', [stroke('eraser', 1, [0.5, 0.5]), box(0, 0, 1, 1)], 1],
  ['only what of a brush lies in the picture', [stroke('brush', 1, [0, 0.5])], Math.PI / 16],
  [
    'a round dot as wide as its brush is of the shorter side',
    [stroke('brush', 0.8, [0.5, 0.5])],
    Math.PI * 0.08,
  ],
  ['a line with round ends', [stroke('brush', 0.4, [0.25, 0.5], [0.75, 0.5])], 0.2 + Math.PI * 0.02],
])('covers %s', (_, shapes, share) => {
  expect(Math.abs(coverage({ shapes }, SIZE) - share)).toBeLessThan(0.015);
});

it('is a share of what lies in the picture, whichever side of it is the longer', () => {
  // Places 2 pixels apart: two of them across the shorter side, the third lies on its edge.
  const half = [box(0, 0, 0.5, 1), box(0, 0, 1, 0.5)] as const;
  expect(coverage({ shapes: [half[0]] }, { width: 5, height: 192 })).toBe(0.5);
  expect(coverage({ shapes: [half[1]] }, { width: 192, height: 5 })).toBe(0.5);
  expect(coverage({ shapes: [half[0]] }, { width: 0, height: 0 })).toBe(0);
});

it('covers a place by what was drawn last over it', () => {
  const shapes = [box(0, 0, 0.5, 1), stroke('eraser', 0.2, [0.25, 0.5]), stroke('brush', 0.1, [0.25, 0.5])];
  const at = (x: number, y: number) => coverOf({ shapes }, SIZE)(x, y);
  expect([at(50, 50), at(50, 57), at(50, 70), at(150, 50)]).toEqual([true, false, true, false]);
  // A line reaches from point to point, and not beyond its last.
  const line = { shapes: [stroke('brush', 0.1, [0.2, 0.5], [0.5, 0.5], [0.5, 0.9])] };
  const onLine = (x: number, y: number) => coverOf(line, SIZE)(x, y);
  expect([onLine(70, 50), onLine(100, 80), onLine(110, 50), onLine(70, 60)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('is drawn in pixels, sizes by the shorter side', () => {
  expect(drawn(box(0.1, 0.2, 0.3, 0.4), SIZE)).toEqual({ kind: 'box', x: 20, y: 20, width: 60, height: 40 });
  expect(drawn(stroke('eraser', 0.1, [0.5, 0.5], [1, 1]), SIZE)).toEqual({
    kind: 'line',
    d: 'M100 50L200 100',
    width: 10,
    erases: true,
  });
  expect(drawn(stroke('brush', 0.1, [0.5, 0.5]), SIZE)).toMatchObject({ d: 'M100 50L100 50', erases: false });
  expect(featherOf({ feather: 0.1 }, SIZE)).toBe(5);
  expect(featherOf({ feather: 0.1 }, { width: 100, height: 200 })).toBe(5);
});

it('is a document as large as the picture, in the order of its shapes', () => {
  const svg = maskSvg({ shapes: [box(0, 0, 1, 1), stroke('eraser', 0.1, [0, 0])], feather: 0.1 }, SIZE);
  expect(svg).toMatch(
    /^<svg [^>]*width="200" height="100"><rect width="200" height="100"\/><rect x="0".*<path .*<\/svg>$/,
  );
  expect(svg).toContain('fill="#fff"');
  expect(svg).toContain('stroke="#000"');
});
