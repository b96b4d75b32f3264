import { type Handle, type Place, TOOLS, type Width } from '@shared/drawing/index.js';
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
      easel.take({ tool });
      drag(easel, [0.2, 0.2], [0.6, 0.6]);
    }
    easel.setDown([0.5, 0.5], 0.5, REACH);
    expect(easel.isDrawing).toBe(true);
    easel.lift();
    easel.take({ tool: 'text' });
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
    easel.take({ tool: 'eraser' });
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
    easel.take({ tool: 'eraser' });
    drag(easel, [0.1, 0.1], [0.1, 0.1]);
    expect(easel.figures).toEqual([]);
  });

  describe('with the hand', () => {
    const box = (x: number, y: number): Figure => ({
      kind: 'box',
      region: { x, y, width: 0.2, height: 0.2 },
      colour: 'red',
      size: 0.012,
    });
    const words: Figure = { kind: 'text', at: [0.1, 0.9], text: 'hat', colour: 'red', size: 0.054 };
    const hand = (...figures: Figure[]) => {
      const easel = new Easel(figures, SIZE);
      easel.take({ tool: 'hand' });
      return easel;
    };

    it('moves what it takes, also from within, and shows it on the way: one step, and none for a click', () => {
      const easel = hand(box(0.1, 0.1), box(0.6, 0.6));
      drag(easel, [0.6, 0.6], [0.6, 0.6]);
      expect([easel.chosen, easel.canUndo]).toEqual([box(0.6, 0.6), false]);
      easel.setDown([0.7, 0.7], 0.5, REACH);
      easel.move([0.6, 0.6], 0.5, REACH);
      expect(easel.preview).toEqual(box(0.5, 0.5));
      expect(easel.resting).toEqual([box(0.1, 0.1)]);
      expect(easel.figures).toEqual([box(0.1, 0.1), box(0.6, 0.6)]);
      easel.lift();
      expect(easel.figures).toEqual([box(0.1, 0.1), box(0.5, 0.5)]);
      easel.undo();
      expect(easel.figures).toEqual([box(0.1, 0.1), box(0.6, 0.6)]);
      drag(easel, [0.95, 0.05], [0.5, 0.5]);
      expect([easel.chosen, easel.canUndo]).toEqual([null, false]);
    });

    it('puts a figure back where it was, and makes it larger by what it is taken by', () => {
      const easel = hand(box(0.1, 0.1));
      easel.setDown([0.1, 0.1], 0.5, REACH);
      easel.move([0.5, 0.5], 0.5, REACH);
      easel.putBack();
      easel.lift();
      expect([easel.figures, easel.canUndo]).toEqual([[box(0.1, 0.1)], false]);
      easel.setDown([0.3, 0.3], 0.5, REACH, 'se');
      easel.move([0.5, 0.4], 0.5, REACH);
      easel.lift();
      expect(easel.figures).toMatchObject([{ region: { x: 0.1, y: 0.1, width: 0.4, height: 0.3 } }]);
    });

    it('gives what is chosen another colour, width and words, and erases it, a step each', () => {
      const easel = hand(box(0.1, 0.1), words);
      easel.take({ colour: 'blue', width: 'thick' });
      expect(easel.canUndo).toBe(false);
      easel.chooseNext();
      easel.take({ colour: 'green' });
      easel.take({ width: 'thin' });
      easel.take({ width: 'thin' });
      expect(easel.figures).toEqual([{ ...box(0.1, 0.1), colour: 'green', size: 0.006 }, words]);
      easel.chooseNext();
      easel.rewrite(' coat ');
      expect(easel.figures[1]).toEqual({ ...words, text: 'coat' });
      easel.rewrite('');
      expect(kinds(easel)).toEqual(['box']);
      expect(easel.chosen).toBeNull();
      for (let step = 0; step < 4; step++) easel.undo();
      expect([easel.figures, easel.canUndo]).toEqual([[box(0.1, 0.1), words], false]);
    });

    it('by keys goes through the figures; presses that follow one another are one step', () => {
      const easel = hand(box(0.1, 0.1), box(0.6, 0.6));
      expect(easel.nudge('ArrowRight', false)).toBe(false);
      easel.chooseNext();
      for (let press = 0; press < 3; press++) expect(easel.nudge('ArrowDown', false)).toBe(true);
      expect(easel.figures[0]).toEqual(box(0.1, 0.13));
      easel.nudge('ArrowDown', true);
      expect(easel.nudge('a', true)).toBe(false);
      expect(easel.figures[0]).toMatchObject({ region: { y: 0.13, height: 0.21 } });
      easel.undo();
      expect(easel.figures[0]).toEqual(box(0.1, 0.13));
      easel.undo();
      expect(easel.figures[0]).toEqual(box(0.1, 0.1));
      easel.chooseNext();
      easel.eraseChosen();
      expect(easel.figures).toEqual([box(0.1, 0.1)]);
      easel.chooseNext();
      easel.take({ tool: 'pen' });
      expect(easel.chosen).toBeNull();
    });
  });

  it('goes on taking back what was drawn before it was opened again, as far as steps are kept', () => {
    const before = new Easel([], SIZE);
    for (let n = 0; n < 120; n++) drag(before, [0.1, 0.1], [0.9, n / 200]);
    const again = new Easel(before.figures, SIZE, before.steps);
    for (let n = 0; n < 100; n++) again.undo();
    expect([again.figures.length, again.canUndo]).toEqual([20, false]);
  });

  it('is taken back step by step to where it began, whatever was done, and every figure can be sent', () => {
    const share = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    const place = fc.tuple(share, share) as fc.Arbitrary<Place>;
    const step = fc.record({
      tool: fc.constantFrom(...TOOLS),
      handle: fc.constantFrom<(Handle | null)[]>(null, 'se', 'n', 'from', 'letters'),
      width: fc.constantFrom<(Width | undefined)[]>(undefined, 'thin', 'thick'),
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
        for (const { tool, handle, width, from, to, pressure, text, lifts } of steps) {
          easel.lift();
          see();
          easel.take({ tool });
          if (width) easel.take({ width });
          see();
          if (tool === 'text') easel.write(text, from);
          else {
            easel.setDown(from, pressure, REACH, handle);
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
