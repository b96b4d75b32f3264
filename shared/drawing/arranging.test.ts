import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, figure as figureSchema } from '../records/index.js';
import { arrangedByKey, boundsOf, type Handle, handlesOf, movedFigure, reshapedFigure } from './arranging.js';
import { type Hold, hasMoved, heldFigure, isIn } from './held.js';
import type { Place } from './stepped.js';

const SIZE = { width: 1600, height: 800 };
const look = { colour: 'red', size: 0.02 } as const;
const BOX: Figure = { kind: 'box', region: { x: 0.2, y: 0.2, width: 0.4, height: 0.2 }, ...look };
const ARROW: Figure = { kind: 'arrow', from: [0.2, 0.4], to: [0.6, 0.8], ...look };
const LINE: Figure = {
  kind: 'pen',
  points: [
    [0.2, 0.4, 0.1],
    [0.4, 0.8, 0.9],
    [0.3, 0.6, 0.5],
  ],
  ...look,
};
const WORDS: Figure = { kind: 'text', at: [0.2, 0.5], text: 'hat', ...look, size: 0.1 };
const by = (x: number, y: number) => ({ x, y });

describe('a figure', () => {
  it('is moved as a whole', () => {
    expect(movedFigure(BOX, by(0.1, -0.1), SIZE)).toEqual({
      ...BOX,
      region: { x: 0.3, y: 0.1, width: 0.4, height: 0.2 },
    });
    expect(movedFigure(ARROW, by(0.1, 0.2), SIZE)).toEqual({ ...ARROW, from: [0.3, 0.6], to: [0.7, 1] });
    expect(movedFigure(LINE, by(0.05, 0), SIZE)).toMatchObject({
      points: [
        [0.25, 0.4, 0.1],
        [0.45, 0.8, 0.9],
        [0.35, 0.6, 0.5],
      ],
    });
    expect(movedFigure(WORDS, by(0.5, 0.1), SIZE)).toEqual({ ...WORDS, at: [0.7, 0.6] });
  });

  it('stops whole at the edge of the picture', () => {
    expect(movedFigure(BOX, by(9, -9), SIZE)).toMatchObject({ region: { x: 0.6, y: 0 } });
    expect(movedFigure(ARROW, by(0.5, 0.5), SIZE)).toMatchObject({ from: [0.6, 0.6], to: [1, 1] });
    expect(movedFigure(WORDS, by(9, 9), SIZE)).toMatchObject({ at: [1, 1] });
  });

  it('is taken by its sides and corners, an arrow by its ends, and words by how high they are', () => {
    expect(handlesOf(BOX, SIZE)).toEqual([
      ['n', [0.4, 0.2]],
      ['s', [0.4, expect.closeTo(0.4)]],
      ['e', [expect.closeTo(0.6), expect.closeTo(0.3)]],
      ['w', [0.2, expect.closeTo(0.3)]],
      ['nw', [0.2, 0.2]],
      ['ne', [expect.closeTo(0.6), 0.2]],
      ['sw', [0.2, expect.closeTo(0.4)]],
      ['se', [expect.closeTo(0.6), expect.closeTo(0.4)]],
    ]);
    expect(handlesOf(LINE, SIZE)).toHaveLength(8);
    expect(handlesOf(ARROW, SIZE)).toEqual([
      ['from', [0.2, 0.4]],
      ['to', [0.6, 0.8]],
    ]);
    expect(boundsOf(WORDS, SIZE)).toEqual({
      x: 0.2,
      y: 0.4,
      width: expect.closeTo(0.09),
      height: expect.closeTo(0.1),
    });
    expect(handlesOf(WORDS, SIZE)).toEqual([['letters', [expect.closeTo(0.29), 0.4]]]);
  });

  it('takes the form that a handle gives it', () => {
    expect(reshapedFigure(BOX, 'se', by(0.1, 0.1), SIZE)).toMatchObject({
      region: { x: 0.2, y: 0.2, width: 0.5, height: 0.3 },
    });
    expect(reshapedFigure(BOX, 'w', by(0.1, 0.3), SIZE)).toMatchObject({
      region: { x: 0.3, y: 0.2, width: 0.3, height: 0.2 },
    });
    expect(reshapedFigure(ARROW, 'from', by(-0.1, 0.1), SIZE)).toMatchObject({
      from: [0.1, 0.5],
      to: [0.6, 0.8],
    });
    expect(reshapedFigure(LINE, 'e', by(0.2, 0), SIZE)).toMatchObject({
      points: [
        [0.2, 0.4, 0.1],
        [0.6, 0.8, 0.9],
        [0.4, 0.6, 0.5],
      ],
    });
    expect(reshapedFigure(WORDS, 'letters', by(0.3, -0.05), SIZE)).toEqual({ ...WORDS, size: 0.15 });
  });

  it('never becomes none', () => {
    expect(reshapedFigure(ARROW, 'to', by(-0.4, -0.4), SIZE)).toBe(ARROW);
    expect(reshapedFigure(WORDS, 'letters', by(0, 1), SIZE)).toMatchObject({ size: 0.01 });
    expect(reshapedFigure(WORDS, 'letters', by(0, -1), SIZE)).toMatchObject({ size: 0.2 });
    const straight: Figure = {
      ...LINE,
      points: [
        [0.5, 0.1, 0.5],
        [0.5, 0.6, 0.5],
      ],
    };
    expect(reshapedFigure(straight, 'e', by(0.2, 0), SIZE)).toEqual(straight);
  });

  it('is moved by arrow keys as far to the side as down, and grows with Shift to the right and down', () => {
    expect(arrangedByKey(BOX, 'ArrowRight', false, SIZE)).toMatchObject({ region: { x: 0.205, y: 0.2 } });
    expect(arrangedByKey(BOX, 'ArrowUp', false, SIZE)).toMatchObject({ region: { x: 0.2, y: 0.19 } });
    expect(arrangedByKey(BOX, 'ArrowDown', true, SIZE)).toMatchObject({ region: { y: 0.2, height: 0.21 } });
    expect(arrangedByKey(ARROW, 'ArrowLeft', true, SIZE)).toMatchObject({
      from: [0.2, 0.4],
      to: [0.595, 0.8],
    });
    expect(arrangedByKey(WORDS, 'ArrowRight', true, SIZE)).toMatchObject({ size: 0.11 });
    expect(arrangedByKey(WORDS, 'ArrowUp', true, SIZE)).toMatchObject({ size: 0.09 });
    expect(arrangedByKey(BOX, 'd', false, SIZE)).toBeNull();
  });
});

describe('a figure that a hand has', () => {
  const hold = (handle: Handle | null, from: Place, to: Place): Hold => ({ handle, from, to });

  it('is where it would be if it were let go of: moved as a whole, or made another by a handle', () => {
    const way = [
      [0.5, 0.25],
      [0.6, 0.2],
    ] as const satisfies readonly Place[];
    expect(heldFigure(BOX, hold(null, ...way), SIZE)).toEqual(movedFigure(BOX, by(0.1, -0.05), SIZE));
    expect(heldFigure(BOX, hold('se', ...way), SIZE)).toMatchObject({
      region: { x: 0.2, y: 0.2, width: 0.5, height: 0.15 },
    });
    expect(heldFigure(ARROW, hold('to', ...way), SIZE)).toMatchObject({ from: [0.2, 0.4], to: [0.7, 0.75] });
  });

  it('has been moved where the hand is elsewhere than where it took hold', () => {
    const to = (x: number, y: number) => hasMoved(hold(null, [0.5, 0.5], [x, y]));
    expect([to(0.5, 0.5), to(0.51, 0.5), to(0.5, 0.49), to(0.6, 0.6)]).toEqual([false, true, true, true]);
  });

  it('is taken hold of within what it takes up, its edge included', () => {
    const box: Figure = { ...BOX, region: { x: 0.25, y: 0.25, width: 0.5, height: 0.25 } };
    const inside: Place[] = [
      [0.25, 0.25],
      [0.75, 0.5],
      [0.5, 0.4],
    ];
    const beside: Place[] = [
      [0.24, 0.4],
      [0.76, 0.4],
      [0.5, 0.24],
      [0.5, 0.51],
    ];
    expect([...inside, ...beside].filter((place) => isIn(place, box, SIZE))).toEqual(inside);
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.tuple(share, share);
const anyFigure: fc.Arbitrary<Figure> = fc.oneof(
  fc
    .array(fc.tuple(share, share, share), { minLength: 1, maxLength: 40 })
    .map((points): Figure => ({ kind: 'pen', points, ...look })),
  fc.tuple(point, point).map(([from, to]): Figure => ({ kind: 'arrow', from, to, ...look })),
  fc.tuple(fc.constantFrom('box', 'ellipse'), point, point).map(
    ([kind, [x, y], [w, h]]): Figure => ({
      kind,
      region: { x, y, width: w * (1 - x), height: h * (1 - y) },
      ...look,
    }),
  ),
  point.map((at): Figure => ({ kind: 'text', at, text: 'words', ...look })),
);
const far = fc.double({ min: -2, max: 2, noNaN: true });
const HANDLES: Handle[] = ['n', 's', 'e', 'w', 'nw', 'ne', 'sw', 'se', 'from', 'to', 'letters'];

it('whatever is done to a figure can be kept, and moving it back brings it back', () => {
  fc.assert(
    fc.property(anyFigure, fc.constantFrom(...HANDLES), far, far, (figure, handle, x, y) => {
      const moved = movedFigure(figure, by(x, y), SIZE);
      for (const made of [moved, reshapedFigure(figure, handle, by(x, y), SIZE)]) {
        expect(figureSchema.safeParse(made).success).toBe(true);
        expect(made.kind).toBe(figure.kind);
      }
      const [before, after] = [boundsOf(figure, SIZE), boundsOf(moved, SIZE)];
      expect(after.width).toBeCloseTo(before.width, 3);
      expect(after.height).toBeCloseTo(before.height, 3);
      const home = boundsOf(movedFigure(moved, by(before.x - after.x, before.y - after.y), SIZE), SIZE);
      expect([home.x, home.y]).toEqual([expect.closeTo(before.x, 3), expect.closeTo(before.y, 3)]);
    }),
    { numRuns: 300 },
  );
});
