import type { Mask, Region } from '../records/index.js';
import { coverOf } from './covered.js';
import type { Size } from './drawn.js';

/** Places looked at along each side. */
const ACROSS = 128;

/** The least upright rectangle round all that a mask covers, in fractions of the picture; null where it covers nothing. */
export function boundsOf(mask: Pick<Mask, 'shapes'>, size: Size): Region | null {
  const covers = coverOf(mask, size);
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let row = 0; row < ACROSS; row++)
    for (let column = 0; column < ACROSS; column++)
      if (covers(((column + 0.5) / ACROSS) * size.width, ((row + 0.5) / ACROSS) * size.height)) {
        xs.push(column);
        ys.push(row);
      }
  if (xs.length === 0) return null;
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) + 1 - x, Math.max(...ys) + 1 - y];
  return { x: x / ACROSS, y: y / ACROSS, width: width / ACROSS, height: height / ACROSS };
}
