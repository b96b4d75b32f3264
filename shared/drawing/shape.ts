/** How a figure is drawn: as paths of SVG 1.1, by the window over a picture and by exports over theirs. */
import { getStroke } from 'perfect-freehand';
import type { Size } from '../mask/index.js';
import type { Figure } from '../records/index.js';

/** In pixels of the picture, from its upper left corner. */
export type FigureShape =
  /** Filled. */
  | { readonly kind: 'area'; readonly d: string }
  /** A line with round ends and corners. */
  | { readonly kind: 'line'; readonly d: string; readonly width: number }
  /** Letters so high, upwards from their baseline. */
  | {
      readonly kind: 'letters';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly height: number;
    };

type Pen = Extract<Figure, { kind: 'pen' }>;

/** How much pressure changes the width of the pen: 0 = not at all, 1 = down to nothing. */
const THINNING = 0.6;
/** What a mouse says of its pressure, which it does not know. */
const UNKNOWN = 0.5;
/** Of an arrow: length of its head in widths of its line, and its half angle. */
const HEAD = 5;
const ANGLE = Math.PI / 7;

const shorter = ({ width, height }: Size): number => Math.min(width, height);

/** Two decimals: a hundredth of a pixel is nothing, and texts stay short. */
const plain = (value: number): string => String(Math.round(value * 100) / 100);

export function shapeOf(figure: Figure, size: Size): FigureShape {
  const { width, height } = size;
  const thick = figure.size * shorter(size);
  switch (figure.kind) {
    case 'pen':
      return { kind: 'area', d: penPath(figure, size, thick) };
    case 'arrow': {
      const inPixels = ([x, y]: Place): Place => [x * width, y * height];
      return { kind: 'line', d: arrowPath(inPixels(figure.from), inPixels(figure.to), thick), width: thick };
    }
    case 'text': {
      const [x, y] = figure.at;
      return { kind: 'letters', text: figure.text, x: x * width, y: y * height, height: thick };
    }
    default: {
      const { region } = figure;
      const [x, y, w, h] = [
        region.x * width,
        region.y * height,
        region.width * width,
        region.height * height,
      ];
      return {
        kind: 'line',
        d: figure.kind === 'box' ? boxPath(x, y, w, h) : ellipsePath(x, y, w, h),
        width: thick,
      };
    }
  }
}

function penPath({ points }: Pen, { width, height }: Size, thick: number): string {
  const drawn = points.map(([x, y, pressure]): [number, number, number] => [x * width, y * height, pressure]);
  const outline = getStroke(drawn, {
    size: thick,
    thinning: THINNING,
    smoothing: 0.5,
    // It is smooth already, and must stay where the pen was.
    streamline: 0,
    simulatePressure: points.every(([, , pressure]) => pressure === UNKNOWN),
    last: true,
  }) as [number, number][];
  const [first, ...rest] = outline;
  if (!first) return '';
  // Curves through the middles of its sides.
  const curves = rest.map(([x, y], at) => {
    const [nextX, nextY] = rest[at + 1] ?? first;
    return `Q${plain(x)} ${plain(y)} ${plain((x + nextX) / 2)} ${plain((y + nextY) / 2)}`;
  });
  return `M${plain(first[0])} ${plain(first[1])}${curves.join('')}Z`;
}

type Place = readonly [x: number, y: number];

/** Where the two strokes of an arrow's head end, in whatever `from`, `to` and the width of its line are measured in. */
export function headOf([x, y]: Place, [toX, toY]: Place, thick: number): [left: Place, right: Place] {
  const length = Math.min(HEAD * thick, Math.max(thick, Math.hypot(toX - x, toY - y)));
  const back = Math.atan2(y - toY, x - toX);
  const end = (angle: number): Place => [toX + length * Math.cos(angle), toY + length * Math.sin(angle)];
  return [end(back - ANGLE), end(back + ANGLE)];
}

function arrowPath(from: Place, to: Place, thick: number): string {
  const [start, tip, left, right] = [from, to, ...headOf(from, to, thick)].map(
    ([x, y]) => `${plain(x)} ${plain(y)}`,
  );
  return `M${start}L${tip}M${left}L${tip}L${right}`;
}

const boxPath = (x: number, y: number, width: number, height: number): string =>
  `M${plain(x)} ${plain(y)}L${plain(x + width)} ${plain(y)}L${plain(x + width)} ${plain(y + height)}L${plain(x)} ${plain(y + height)}Z`;

function ellipsePath(x: number, y: number, width: number, height: number): string {
  const [rx, ry] = [plain(width / 2), plain(height / 2)];
  const [left, right, middle] = [plain(x), plain(x + width), plain(y + height / 2)];
  return `M${left} ${middle}A${rx} ${ry} 0 0 1 ${right} ${middle}A${rx} ${ry} 0 0 1 ${left} ${middle}Z`;
}
