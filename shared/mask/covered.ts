/** Which part of a picture a mask covers, before its edge is faded. */
import type { Mask, MaskShape } from '../records/index.js';
import type { Size } from './drawn.js';

/** Places looked at along the longer side. */
const ACROSS = 96;

/** Whether a place, in pixels of the picture, is made anew: the shape drawn last over it decides. */
export function isCovered({ shapes }: Pick<Mask, 'shapes'>, size: Size, x: number, y: number): boolean {
  const top = shapes.findLast((shape) => lies(shape, size, x, y));
  return top !== undefined && top.kind !== 'eraser';
}

function lies(shape: MaskShape, size: Size, x: number, y: number): boolean {
  if (shape.kind === 'box') {
    const { region } = shape;
    const [left, top] = [region.x * size.width, region.y * size.height];
    return (
      x >= left && x <= left + region.width * size.width && y >= top && y <= top + region.height * size.height
    );
  }
  const reach = (shape.size * Math.min(size.width, size.height)) / 2;
  return shape.points.some(([px, py], i) => {
    const [qx, qy] = shape.points[i + 1] ?? [px, py];
    return distance(x, y, px * size.width, py * size.height, qx * size.width, qy * size.height) <= reach;
  });
}

/** From a place to a piece of a line. */
function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Share of the picture that is made anew, 0–1, by places a hundredth of its longer side apart; 0 = nothing is. */
export function coverage(mask: Pick<Mask, 'shapes'>, size: Size): number {
  const step = Math.max(size.width, size.height) / ACROSS;
  let all = 0;
  let covered = 0;
  for (let y = step / 2; y < size.height; y += step) {
    for (let x = step / 2; x < size.width; x += step) {
      all += 1;
      if (isCovered(mask, size, x, y)) covered += 1;
    }
  }
  return all === 0 ? 0 : covered / all;
}
