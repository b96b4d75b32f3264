import { within } from './drawing/places.js';
import type { Region } from './records/index.js';

/** The box between two corners, as shares of the picture; what lies beyond the picture's edges is cut off. */
export function regionWithin(left: number, top: number, right: number, bottom: number): Region {
  const [x, y] = [within(left), within(top)];
  return { x, y, width: within(right) - x, height: within(bottom) - y };
}
