import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, figure as figureSchema } from '../records/index.js';
import { FIRST_PEN, nextColour, nextTool, nextWidth, type Pen, TOOLS, type Tool } from './pen.js';
import type { Place } from './stepped.js';
import { begun, drawnTo, figureOf, labelOf, steppedTo } from './strokes.js';

const pen = (tool: Tool, more: Partial<Pen> = {}): Pen => ({ ...FIRST_PEN, tool, ...more });
const drawn = (tool: Tool, ...places: Place[]): Figure | null => {
  const [first = [0, 0], ...rest] = places;
  return figureOf(
    rest.reduce((all, place) => drawnTo(all, place, 0.5), begun(pen(tool), first as Place, 0.5)),
    2,
  );
};

describe('a figure', () => {
  it('goes from where the hand was set down to where it was lifted, whichever way that is', () => {
    const look = { colour: 'red', size: 0.012 };
    expect(drawn('box', [0.6, 0.7], [0.9, 0.1], [0.2, 0.3])).toEqual({
      kind: 'box',
      region: { x: 0.2, y: 0.3, width: 0.4, height: 0.4 },
      ...look,
    });
    expect(drawn('arrow', [0.6, 0.7], [0.2, 0.3])).toEqual({
      kind: 'arrow',
      from: [0.6, 0.7],
      to: [0.2, 0.3],
      ...look,
    });
    expect(drawn('pen', [0.1, 0.1])).toMatchObject({ kind: 'pen', points: [[0.1, 0.1, 0.5]] });
  });

  it('of the pen goes where the hand went, and how hard that pressed', () => {
    const bent = [
      [0.1, 0.1, 0.2],
      [0.5, 0.9, 0.9],
      [0.9, 0.1, 0.4],
    ] as const;
    const [[x, y, pressure], ...rest] = bent;
    const stroke = rest.reduce(
      (all, [x, y, pressure]) => drawnTo(all, [x, y], pressure),
      begun(pen('pen'), [x, y], pressure),
    );
    expect(figureOf(stroke, 2)).toMatchObject({ kind: 'pen', points: bent });
    expect(drawnTo(begun(pen('pen'), [-1, 2], 0.5), [2, -1], 1).points).toEqual([
      [0, 1, 0.5],
      [1, 0, 1],
    ]);
    // What is drawn without end is no longer than can be thinned.
    const drawn = (count: number) => ({ ...stroke, points: Array(count).fill(bent[0]) });
    const longer = (count: number) => drawnTo(drawn(count), [0, 0], 1).points.length;
    expect([longer(19_999), longer(20_000)]).toEqual([20_000, 20_000]);
  });

  it('is none where the hand only clicked, or wrote nothing', () => {
    expect(drawn('box', [0.5, 0.5], [0.504, 0.504])).toBeNull();
    expect(drawn('arrow', [0.5, 0.5])).toBeNull();
    expect(drawn('arrow', [0.5, 0.5], [0.5, 0.5099])).toBeNull();
    expect(drawn('arrow', [0.5, 0.5], [0.5, 0.5101])).not.toBeNull();
    for (const tool of ['eraser', 'hand'] as const) expect(drawn(tool, [0.1, 0.1], [0.9, 0.9])).toBeNull();
    expect(drawn('text', [0.5, 0.5], [0.9, 0.9])).toBeNull();
    expect(labelOf('  ', [0, 0], FIRST_PEN)).toBeNull();
    expect(labelOf(' hat ', [0.5, 2], FIRST_PEN)).toMatchObject({ text: 'hat', at: [0.5, 1], size: 0.054 });
  });

  it('can be kept, however long and wild it is drawn', () => {
    const share = fc.double({ min: -1, max: 2, noNaN: true });
    const place = fc.tuple(share, share);
    fc.assert(
      fc.property(
        fc.constantFrom(...TOOLS),
        fc.array(place, { minLength: 1, maxLength: 60 }),
        (tool, places) => {
          const figure = drawn(tool, ...(places as Place[]));
          expect(figure === null || figureSchema.safeParse(figure).success).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is drawn by keys in steps that are as long to the side as down, and never beyond the picture', () => {
    expect(steppedTo([0.5, 0.5], 'ArrowRight', 2, false)).toEqual([0.51, 0.5]);
    expect(steppedTo([0.5, 0.5], 'ArrowDown', 2, true)).toEqual([0.5, 0.6]);
    expect(steppedTo([0.005, 0.5], 'ArrowLeft', 2, true)).toEqual([0, 0.5]);
    expect(steppedTo([0.5, 0.5], 'd', 2, false)).toBeNull();
  });
});

it('a pen has one tool and one colour after the other, and then the first again', () => {
  let now = FIRST_PEN;
  const seen = TOOLS.map(() => {
    now = nextTool(now);
    return now.tool;
  });
  expect(seen).toEqual([...TOOLS.slice(1), TOOLS[0]]);
  expect(nextColour(pen('pen', { colour: 'black' })).colour).toBe('red');
  expect(nextWidth(pen('pen', { width: 'thin' })).width).toBe('medium');
  expect(nextWidth(pen('pen', { width: 'thick' })).width).toBe('thin');
});
