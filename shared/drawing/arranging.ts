/** Figures that are drawn already, moved and made larger or smaller. Places are 0–1 of the picture. */
import type { Size } from '../mask/index.js';
import type { Figure, Region } from '../records/index.js';
import { type Point, resizedRegion, SIDES, type Sides } from '../region-shaping.js';
import { linesOf } from './near.js';
import { apart, clamp, rounded } from './places.js';
import { type Place, steppedBy } from './stepped.js';
import { SHORTEST } from './strokes.js';

/** What a figure is taken by to change its form: a side, an end of an arrow, or the height of letters. */
export type Handle = Sides | 'from' | 'to' | 'letters';

/** Letters are never smaller or larger, in shares of the picture's shorter side. */
const LETTER_SIZES = { least: 0.01, most: 0.2 };
/** Of the picture's shorter side, at one press of a key. */
const STEP = 0.01;

/** The least upright box round a figure. That of words is about as wide as they are. */
export function boundsOf(figure: Figure, size: Size): Region {
  const points = linesOf(figure, size).flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const half = figure.kind === 'text' ? highOf(figure.size, size) / 2 : 0;
  const [x, y] = [Math.min(...xs), Math.min(...ys) - half];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) + half - y };
}

/** A share of the shorter side as one of the height. */
const highOf = (share: number, { width, height }: Size): number => (share * Math.min(width, height)) / height;

/** Moved as a whole, as far as the picture goes; words by where they begin. */
export function movedFigure(figure: Figure, by: Point, size: Size): Figure {
  const { x, y, width, height } =
    figure.kind === 'text'
      ? { x: figure.at[0], y: figure.at[1], width: 0, height: 0 }
      : boundsOf(figure, size);
  const right = clamp(by.x, -x, 1 - x - width);
  const down = clamp(by.y, -y, 1 - y - height);
  const to = ([px, py]: readonly [number, number]): [number, number] => [
    rounded(px + right),
    rounded(py + down),
  ];
  switch (figure.kind) {
    case 'pen':
      return { ...figure, points: figure.points.map(([px, py, hard]) => [...to([px, py]), hard]) };
    case 'arrow':
      return { ...figure, from: to(figure.from), to: to(figure.to) };
    case 'text':
      return { ...figure, at: to(figure.at) };
    default: {
      const [left, top] = to([figure.region.x, figure.region.y]);
      return { ...figure, region: { ...figure.region, x: left, y: top } };
    }
  }
}

/** What a figure can be taken by, and where that lies. */
export function handlesOf(figure: Figure, size: Size): readonly (readonly [Handle, Place])[] {
  if (figure.kind === 'arrow')
    return [
      ['from', [...figure.from]],
      ['to', [...figure.to]],
    ];
  const { x, y, width, height } = boundsOf(figure, size);
  if (figure.kind === 'text') return [['letters', [x + width, y]]];
  const along = (side: Sides, low: string, high: string) => {
    if (side.includes(low)) return 0;
    return side.includes(high) ? 1 : 0.5;
  };
  return SIDES.map((side) => [side, [x + width * along(side, 'w', 'e'), y + height * along(side, 'n', 's')]]);
}

/** As a handle makes it that is moved by so much. An arrow that would be none stays as it is. */
export function reshapedFigure(figure: Figure, handle: Handle, by: Point, size: Size): Figure {
  if (figure.kind === 'arrow') {
    const end = handle === 'from' ? 'from' : 'to';
    const [x, y] = figure[end];
    const arrow: typeof figure = { ...figure, [end]: [rounded(x + by.x), rounded(y + by.y)] };
    return apart(arrow.from, arrow.to, size.width / size.height) < SHORTEST ? figure : arrow;
  }
  if (figure.kind === 'text') {
    const taller = (by.y * size.height) / Math.min(size.width, size.height);
    return { ...figure, size: rounded(clamp(figure.size - taller, LETTER_SIZES.least, LETTER_SIZES.most)) };
  }
  const side = SIDES.find((one) => one === handle) ?? 'se';
  if (figure.kind !== 'pen') return { ...figure, region: resizedRegion(figure.region, side, by) };
  const before = boundsOf(figure, size);
  const after = resizedRegion(before, side, by);
  const scaled = (place: number, from: number, length: number, to: number, toLength: number) =>
    rounded(to + (length > 0 ? ((place - from) / length) * toLength : 0));
  return {
    ...figure,
    points: figure.points.map(([x, y, hard]) => [
      scaled(x, before.x, before.width, after.x, after.width),
      scaled(y, before.y, before.height, after.y, after.height),
      hard,
    ]),
  };
}

/** Which handle the keys move: the right and lower sides, an arrow's tip, letters from above. */
const handleByKey = (figure: Figure, isAcross: boolean): Handle => {
  if (figure.kind === 'arrow') return 'to';
  if (figure.kind === 'text') return 'letters';
  return isAcross ? 'e' : 's';
};

/** What an arrow key makes of a figure: moved, or with Shift larger and smaller; null for another key. */
export function arrangedByKey(figure: Figure, key: string, reshapes: boolean, size: Size): Figure | null {
  const middle: Place = [0.5, 0.5];
  const to = steppedBy(middle, key, STEP, size.width / size.height);
  if (!to) return null;
  const by = { x: to[0] - middle[0], y: to[1] - middle[1] };
  if (!reshapes) return movedFigure(figure, by, size);
  // Right and down are larger, whatever it is.
  const grown = figure.kind === 'text' ? { x: 0, y: -Math.sign(by.x + by.y) * highOf(STEP, size) } : by;
  return reshapedFigure(figure, handleByKey(figure, by.x !== 0), grown, size);
}
