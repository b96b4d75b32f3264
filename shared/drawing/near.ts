/** Which figure lies where. */
import { distance, type Size } from '../mask/index.js';
import type { Figure } from '../records/index.js';

type Place = readonly [x: number, y: number];

/** Steps in which an ellipse is gone round. */
const ROUND = 48;
/** How wide letters are for their height, about. */
const LETTER = 0.6;

/** The lines that a figure consists of, as points from one to the next; 0–1 of the picture. */
export function linesOf(figure: Figure, size: Size): readonly (readonly Place[])[] {
  switch (figure.kind) {
    case 'pen':
      return [figure.points.map(([x, y]): Place => [x, y])];
    case 'arrow':
      return [[figure.from, figure.to]];
    case 'text': {
      const [x, y] = figure.at;
      const high = (figure.size * Math.min(size.width, size.height)) / size.height;
      const wide = (figure.text.length * LETTER * high * size.height) / size.width;
      const middle = y - high / 2;
      return [
        [
          [x, middle],
          [x + wide, middle],
        ],
      ];
    }
    case 'box': {
      const { x, y, width, height } = figure.region;
      return [
        [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
          [x, y],
        ],
      ];
    }
    case 'ellipse': {
      const { x, y, width, height } = figure.region;
      const at = (step: number): Place => {
        const angle = (step / ROUND) * 2 * Math.PI;
        return [x + (width / 2) * (1 + Math.cos(angle)), y + (height / 2) * (1 + Math.sin(angle))];
      };
      return [Array.from({ length: ROUND + 1 }, (_, step) => at(step))];
    }
  }
}

/** Whether a figure comes as near as `reach`, pixels of the picture, to a place, 0–1 of it. */
export function isNear(figure: Figure, place: Place, size: Size, reach: number): boolean {
  const inPixels = ([x, y]: Place) => ({ x: x * size.width, y: y * size.height });
  const thick = (figure.size * Math.min(size.width, size.height)) / 2;
  const { x, y } = inPixels(place);
  return linesOf(figure, size).some((line) => {
    const points = line.map(inPixels);
    return points.some((from, i) => distance(x, y, from, points[i + 1] ?? from) <= reach + thick);
  });
}
