/** Places in a picture as keys lead to them, and as they are said. */
import { percent } from '../percent.js';
import { extentOf, within } from './places.js';

export type Place = [x: number, y: number];

const STEPS: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key leads, `by` of the picture's shorter side away and within it; null for another key. `aspect`: width by height. */
export function steppedBy([x, y]: Place, key: string, by: number, aspect: number): Place | null {
  const step = STEPS[key];
  if (!step) return null;
  const [wide, high] = extentOf(aspect);
  return [within(x + (step[0] * by) / wide), within(y + (step[1] * by) / high)];
}

export const placeWords = ([x, y]: Readonly<Place>): string =>
  `${percent(x)} from the left, ${percent(y)} from the top`;
