/** Figures as the hand, or the keys, draw them. Places are 0–1 of the picture, `aspect` is its width by its height. */
import { MOST_LINE_POINTS } from '../records/figure-limits.js';
import type { Figure } from '../records/index.js';
import { type Pen, sizeIn } from './pen.js';
import { apart, rounded, within } from './places.js';
import { type Place, steppedBy } from './stepped.js';
import { type PenPoint, thinned } from './thinned.js';

/** Shorter than this, in shares of the picture's shorter side, it was a click, and no arrow is. */
export const SHORTEST = 0.01;
/** Points that the hand may draw in one go, before they are thinned. */
const MOST_DRAWN = 20_000;

/** What is being drawn: where it began, and where the hand was since. */
export interface Stroke {
  readonly pen: Pen;
  readonly points: readonly PenPoint[];
}

export const begun = (pen: Pen, [x, y]: Place, pressure: number): Stroke => ({
  pen,
  points: [[within(x), within(y), pressure]],
});

export function drawnTo(stroke: Stroke, [x, y]: Place, pressure: number): Stroke {
  const point: PenPoint = [within(x), within(y), pressure];
  const [first] = stroke.points;
  if (stroke.pen.tool !== 'pen') return first ? { ...stroke, points: [first, point] } : stroke;
  return stroke.points.length < MOST_DRAWN ? { ...stroke, points: [...stroke.points, point] } : stroke;
}

/** The figure that a stroke has become; null where it is none, as a box without extent. */
export function figureOf({ pen, points }: Stroke, aspect: number): Figure | null {
  const { tool, colour, width } = pen;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || tool === 'eraser' || tool === 'hand' || tool === 'text') return null;
  const look = { colour, size: sizeIn(width, tool) };
  if (tool === 'pen') return { kind: 'pen', points: thinned(points, aspect, MOST_LINE_POINTS), ...look };
  const [across, down] = [last[0] - first[0], last[1] - first[1]];
  if (apart(first, last, aspect) < SHORTEST) return null;
  if (tool === 'arrow')
    return {
      kind: 'arrow',
      from: [rounded(first[0]), rounded(first[1])],
      to: [rounded(last[0]), rounded(last[1])],
      ...look,
    };
  const region = {
    x: rounded(Math.min(first[0], last[0])),
    y: rounded(Math.min(first[1], last[1])),
    width: rounded(Math.abs(across)),
    height: rounded(Math.abs(down)),
  };
  return { kind: tool, region, ...look };
}

/** Words at a place; null for none. */
export function labelOf(text: string, [x, y]: Place, { colour, width }: Pen): Figure | null {
  const words = text.trim();
  const size = sizeIn(width, 'text');
  return words ? { kind: 'text', at: [rounded(x), rounded(y)], text: words, colour, size } : null;
}

/** Of the picture's shorter side, at one press; `isFar`: with Shift. */
const STEP = { near: 0.02, far: 0.1 };

/** Where an arrow key leads from a place; null for another key. */
export const steppedTo = (from: Place, key: string, aspect: number, isFar: boolean): Place | null =>
  steppedBy(from, key, isFar ? STEP.far : STEP.near, aspect);
