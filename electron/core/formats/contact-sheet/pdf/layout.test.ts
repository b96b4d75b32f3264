import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, layoutOf, MARGIN } from './layout.js';

const A4 = [841.89, 595.28] as const;

const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x + 0.01 ||
  b.x + b.width <= a.x + 0.01 ||
  a.y + a.height <= b.y + 0.01 ||
  b.y + b.height <= a.y + 0.01;

describe('the page of a contact sheet', () => {
  it('has a place for every frame, with room for a picture and for text, none over another', () => {
    const upTo8 = fc.integer({ min: 1, max: 8 });
    const shape = fc.constantFrom(9 / 16, 1, 4 / 3, 16 / 9, 2.39);
    fc.assert(
      fc.property(upTo8, upTo8, shape, (columns, rows, aspect) => {
        const { cells, body, textSize } = layoutOf(A4, columns, rows, aspect);
        expect(cells).toHaveLength(columns * rows);
        const boxes = cells.flatMap(({ picture, text }) => [picture, text]);
        expect(boxes.every((box) => inside(box, body))).toBe(true);
        expect(boxes.every((box, at) => boxes.slice(at + 1).every((other) => apart(box, other)))).toBe(true);
        expect(Math.min(...cells.map(({ picture }) => picture.height))).toBeGreaterThan(20);
        expect(Math.min(...cells.map(({ text }) => text.height))).toBeGreaterThan(2 * textSize);
        expect(textSize).toBeGreaterThanOrEqual(5);
        expect(textSize).toBeLessThanOrEqual(9);
      }),
      { numRuns: 300 },
    );
  });

  it('reads row by row, within its margins', () => {
    const { cells, body } = layoutOf(A4, 3, 2, 16 / 9);
    expect(body.x).toBe(MARGIN);
    expect(body.x + body.width).toBeCloseTo(A4[0] - MARGIN);
    const [first, second, , fourth] = cells;
    expect(second?.picture.y).toBe(first?.picture.y);
    expect(fourth?.picture.x).toBe(first?.picture.x);
    expect(fourth?.picture.y).toBeGreaterThan(first?.text.y ?? 0);
  });

  it('puts the text beside pictures that are higher than wide, and under wide ones', () => {
    const [tall] = layoutOf(A4, 1, 1, 9 / 16).cells;
    expect(tall?.text.y).toBe(tall?.picture.y);
    expect(tall?.text.x).toBeGreaterThan((tall?.picture.x ?? 0) + (tall?.picture.width ?? 0));
    const [wide] = layoutOf(A4, 1, 1, 16 / 9).cells;
    expect(wide?.text.x).toBe(wide?.picture.x);
    expect(wide?.text.y).toBeGreaterThan((wide?.picture.y ?? 0) + (wide?.picture.height ?? 0));
  });
});
