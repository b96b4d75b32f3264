/** How a mask is drawn: as SVG 1.1, by the window over a picture and by the host into one. */
import type { Mask, MaskShape } from '../records/index.js';

export interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** One shape in pixels of a picture: a filled box, or a line as wide as the brush with round ends. */
export type DrawnShape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'line'; readonly d: string; readonly width: number; readonly erases: boolean };

const shorter = ({ width, height }: Size): number => Math.min(width, height);

/** Three decimals: a thousandth of a pixel is nothing, and texts stay short. */
const plain = (value: number): number => Math.round(value * 1000) / 1000;

export function drawn(shape: MaskShape, size: Size): DrawnShape {
  if (shape.kind === 'box') {
    const { x, y, width, height } = shape.region;
    return {
      kind: 'box',
      x: plain(x * size.width),
      y: plain(y * size.height),
      width: plain(width * size.width),
      height: plain(height * size.height),
    };
  }
  const points = shape.points.map(([x, y]) => `${plain(x * size.width)} ${plain(y * size.height)}`);
  // A line to where it begins is a dot.
  const [first = '0 0', ...rest] = points;
  return {
    kind: 'line',
    d: `M${first}L${rest.length > 0 ? rest.join('L') : first}`,
    width: plain(shape.size * shorter(size)),
    erases: shape.kind === 'eraser',
  };
}

/** Standard deviation, in pixels, of the blur that fades its edge. */
export const featherOf = ({ feather }: Pick<Mask, 'feather'>, size: Size): number =>
  plain((feather * shorter(size)) / 2);

function element(shape: DrawnShape): string {
  if (shape.kind === 'box') {
    const { x, y, width, height } = shape;
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>`;
  }
  const { d, width, erases } = shape;
  return `<path d="${d}" fill="none" stroke="${erases ? '#000' : '#fff'}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A document as large as the picture, white where it is made anew and black where it stays; its edge is not faded. */
export function maskSvg({ shapes }: Mask, size: Size): string {
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}"/>`,
    ...shapes.map((shape) => element(drawn(shape, size))),
    '</svg>',
  ].join('');
}
