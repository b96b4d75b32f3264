import { FIRST_PEN, type Place, TOOLS } from '@shared/drawing/index.js';
import { type Figure, figure as figureSchema, MOST_FIGURES } from '@shared/records/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Easel } from './easel.js';

const SIZE = { width: 200, height: 100 };
const REACH = 4;

function drag(easel: Easel, from: Place, to: Place): void {
  easel.setDown(from, 0.5, REACH);
  easel.move(to, 0.5, REACH);
  easel.lift();
}

const kinds = ({ figures }: Easel): string[] => figures.map(({ kind }) => kind);

describe('drawing in the page', () => {
  it('keeps a figure when the hand is lifted, and none that is only a click', () => {
    const easel = new Easel([], SIZE);
    for (const tool of ['pen', 'arrow', 'box', 'ellipse'] as const) {
      easel.pen = { ...FIRST_PEN, tool };
      drag(easel, [0.2, 0.2], [0.6, 0.6]);
    }
    easel.setDown([0.5, 0.5], 0.5, REACH);
    expect(easel.isDrawing).toBe(true);
    easel.lift();
    easel.pen = { ...FIRST_PEN, tool: 'text' };
    easel.write(' hat ', [0.5, 0.5]);
    easel.write('  ', [0.5, 0.5]);
    expect(kinds(easel)).toEqual(['pen', 'arrow', 'box', 'ellipse', 'text']);
  });

  it('keeps how hard the pen was pressed', () => {
    const easel = new Easel([], SIZE);
    easel.setDown([0, 0], 0.2, REACH);
    easel.move([1, 1], 0.9, REACH);
    easel.lift();
    expect(easel.figures).toMatchObject([
      {
        points: [
          [0, 0, 0.2],
          [1, 1, 0.9],
        ],
      },
    ]);
  });

  it('erases whole figures, in one step from where the eraser is set down to where it is lifted', () => {
    const easel = new Easel([], SIZE);
    drag(easel, [0.1, 0.2], [0.9, 0.2]);
    drag(easel, [0.1, 0.8], [0.9, 0.8]);
    const both = easel.figures;
    easel.pen = { ...FIRST_PEN, tool: 'eraser' };
    drag(easel, [0.5, 0.5], [0.5, 0.55]);
    expect(easel.figures).toBe(both);
    drag(easel, [0.5, 0.2], [0.5, 0.8]);
    expect(easel.figures).toEqual([]);
    easel.undo();
    expect(easel.figures).toBe(both);
  });

  it('holds no more figures than a picture may, and takes some again once one is erased', () => {
    const one: Figure = { kind: 'text', at: [0.1, 0.1], text: 'x', colour: 'red', size: 0.05 };
    const easel = new Easel(Array<Figure>(MOST_FIGURES).fill(one), SIZE);
    drag(easel, [0.2, 0.2], [0.6, 0.6]);
    easel.write('more', [0.5, 0.5]);
    expect([easel.isFull, easel.figures.length, easel.canUndo]).toEqual([true, MOST_FIGURES, false]);
    easel.pen = { ...FIRST_PEN, tool: 'eraser' };
    drag(easel, [0.1, 0.1], [0.1, 0.1]);
    expect(easel.figures).toEqual([]);
  });

  it('is taken back step by step to where it began, whatever was done, and every figure can be sent', () => {
    const share = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    const place = fc.tuple(share, share) as fc.Arbitrary<Place>;
    const step = fc.record({
      tool: fc.constantFrom(...TOOLS.filter((tool) => tool !== 'hand')),
      from: place,
      to: fc.array(place, { maxLength: 5 }),
      pressure: fc.double({ min: 0, max: 1, noNaN: true }),
      text: fc.constantFrom('', ' ', 'hat'),
      lifts: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const easel = new Easel([], SIZE);
        const seen = [easel.figures];
        const see = () => {
          if (easel.figures !== seen.at(-1)) seen.push(easel.figures);
        };
        for (const { tool, from, to, pressure, text, lifts } of steps) {
          easel.lift();
          see();
          easel.pen = { ...FIRST_PEN, tool };
          if (tool === 'text') easel.write(text, from);
          else {
            easel.setDown(from, pressure, REACH);
            for (const next of to) easel.move(next, pressure, REACH);
            if (lifts) easel.lift();
          }
          if (tool !== 'eraser' || lifts) see();
        }
        easel.lift();
        see();
        for (const figure of easel.figures) figureSchema.parse(figure);
        for (const before of seen.reverse().slice(1)) {
          expect(easel.canUndo).toBe(true);
          easel.undo();
          expect(easel.figures).toEqual(before);
        }
        expect(easel.canUndo).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
