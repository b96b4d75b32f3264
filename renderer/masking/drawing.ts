/** The part of a picture that is made anew, as the artist draws it: shape by shape. */
import { apart } from '@shared/drawing/places.js';
import { steppedBy } from '@shared/drawing/stepped.js';
import { type Mask, type MaskShape, MOST_POINTS, MOST_SHAPES, type Region } from '@shared/records/index.js';

/** What is painted with. */
export interface Brush {
  readonly erases: boolean;
  /** Its diameter, in shares of the picture's shorter side. */
  readonly size: number;
}

/** Shares of the picture's shorter side. */
export const SIZES = { least: 0.01, most: 0.5 } as const;
export const FEATHERS = { least: 0, most: 0.1 } as const;
const FEATHER = 0.02;
/** Two points of a line nearer than this look like one: a share of the brush. */
const NEAR = 0.08;
/** How much larger than what shows a fault the part is, on each side. */
const ROUND = 0.15;

/** Unchanged where there is no room for another. */
export function withShape(mask: Mask | null, shape: MaskShape): Mask {
  if (!mask) return { shapes: [shape], feather: FEATHER };
  return mask.shapes.length < MOST_SHAPES ? { ...mask, shapes: [...mask.shapes, shape] } : mask;
}

/** Without what was drawn last; null once nothing is left. */
export function withoutLast(mask: Mask): Mask | null {
  const shapes = mask.shapes.slice(0, -1);
  return shapes.length > 0 ? { ...mask, shapes } : null;
}

/** What shows a fault, with some room round it, within the picture; null for nothing. */
export function aroundAll(regions: readonly Region[]): Mask | null {
  const shapes = regions.map((region): MaskShape => ({ kind: 'box', region: grown(region) }));
  return shapes.length > 0 ? { shapes, feather: FEATHER } : null;
}

function grown({ x, y, width, height }: Region): Region {
  const left = Math.max(0, x - width * ROUND);
  const top = Math.max(0, y - height * ROUND);
  return {
    x: left,
    y: top,
    width: Math.min(1, x + width * (1 + ROUND)) - left,
    height: Math.min(1, y + height * (1 + ROUND)) - top,
  };
}

export type Line = Extract<MaskShape, { kind: 'brush' | 'eraser' }>;
export type Point = Line['points'][number];

/** Four decimals: less than a pixel of the largest picture. */
const rounded = ([x, y]: Point): Point => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4];

export const begun = ({ erases, size }: Brush, at: Point): Line => ({
  kind: erases ? 'eraser' : 'brush',
  size,
  points: [rounded(at)],
});

/** The same line where the hand has hardly moved, or it is as long as one may be. `aspect`: width by height. */
export function drawnTo(line: Line, at: Point, aspect: number): Line {
  const last = line.points.at(-1) ?? at;
  if (apart(last, at, aspect) < line.size * NEAR || line.points.length >= MOST_POINTS) return line;
  return { ...line, points: [...line.points, rounded(at)] };
}

/**
 * Where the brush goes from `at` by a key, half of its width at a time or twice it, within the picture; null for a key
 * that does not move it. `aspect`: width by height.
 */
export const steppedTo = (
  at: Point,
  key: string,
  { size }: Brush,
  aspect: number,
  isFar: boolean,
): Point | null => steppedBy(at, key, size * (isFar ? 2 : 0.5), aspect);
