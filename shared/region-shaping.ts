/** Regions that are moved and made another size: within the picture, and never too small to be taken hold of again. */
import { clamp, rounded } from './drawing/places.js';
import type { Region } from './records/index.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Sides that are moved, as of a compass: 'n' the upper one, 'se' the lower and the right one. */
export type Sides = 'n' | 's' | 'e' | 'w' | 'nw' | 'ne' | 'sw' | 'se';

export const SIDES: readonly Sides[] = ['n', 's', 'e', 'w', 'nw', 'ne', 'sw', 'se'];

/** Least width and height, shares of the picture. */
export const LEAST = 0.01;

export const neat = ({ x, y, width, height }: Region): Region => ({
  x: rounded(x),
  y: rounded(y),
  width: rounded(width),
  height: rounded(height),
});

export function movedRegion({ x, y, width, height }: Region, by: Point): Region {
  return neat({
    x: clamp(x + by.x, 0, Math.max(0, 1 - width)),
    y: clamp(y + by.y, 0, Math.max(0, 1 - height)),
    width,
    height,
  });
}

export function resizedRegion({ x, y, width, height }: Region, sides: Sides, by: Point): Region {
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  if (sides.includes('w')) left = clamp(left + by.x, 0, Math.max(0, right - LEAST));
  if (sides.includes('e')) right = clamp(right + by.x, Math.min(1, left + LEAST), 1);
  if (sides.includes('n')) top = clamp(top + by.y, 0, Math.max(0, bottom - LEAST));
  if (sides.includes('s')) bottom = clamp(bottom + by.y, Math.min(1, top + LEAST), 1);
  return neat({ x: left, y: top, width: right - left, height: bottom - top });
}
