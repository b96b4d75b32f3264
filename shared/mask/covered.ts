/** Which part of a picture a mask covers, before its edge is faded. */
import type { Mask, MaskShape } from '../records/index.js';
import type { Size } from './drawn.js';

/** Places looked at along the longer side. */
const ACROSS = 96;

/** Whether a place, in pixels of the picture, lies under a shape. */
type Lies = (x: number, y: number) => boolean;

/** Whether a place, in pixels of the picture, is made anew: the shape drawn last over it decides. */
export function coverOf({ shapes }: Pick<Mask, 'shapes'>, size: Size): Lies {
  const drawn = shapes.map((shape) => ({ erases: shape.kind === 'eraser', lies: under(shape, size) }));
  return (x, y) => drawn.findLast(({ lies }) => lies(x, y))?.erases === false;
}

function under(shape: MaskShape, size: Size): Lies {
  if (shape.kind === 'box') {
    const { region } = shape;
    const [left, top] = [region.x * size.width, region.y * size.height];
    const [right, bottom] = [left + region.width * size.width, top + region.height * size.height];
    return (x, y) => x >= left && x <= right && y >= top && y <= bottom;
  }
  const reach = (shape.size * Math.min(size.width, size.height)) / 2;
  const points = shape.points.map(([x, y]) => ({ x: x * size.width, y: y * size.height }));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs) - reach, Math.max(...xs) + reach];
  const [top, bottom] = [Math.min(...ys) - reach, Math.max(...ys) + reach];
  return (x, y) =>
    x >= left &&
    x <= right &&
    y >= top &&
    y <= bottom &&
    points.some((from, i) => distance(x, y, from, points[i + 1] ?? from) <= reach);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From a place to a piece of a line. */
export function distance(x: number, y: number, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** Share of the picture that is made anew, 0–1, by places a hundredth of its longer side apart; 0 = nothing is. */
export function coverage(mask: Pick<Mask, 'shapes'>, size: Size): number {
  const covers = coverOf(mask, size);
  const step = Math.max(size.width, size.height) / ACROSS;
  let all = 0;
  let covered = 0;
  for (let y = step / 2; y < size.height; y += step) {
    for (let x = step / 2; x < size.width; x += step) {
      all += 1;
      if (covers(x, y)) covered += 1;
    }
  }
  return all === 0 ? 0 : covered / all;
}
