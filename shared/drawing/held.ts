/** A figure while a hand has it. Places are 0–1 of the picture. */
import type { Size } from '../mask/index.js';
import type { Figure } from '../records/index.js';
import { boundsOf, type Handle, movedFigure, reshapedFigure } from './arranging.js';
import type { Place } from './stepped.js';

/** How a hand has it, and where it has come to. */
export interface Hold {
  /** Null = the whole figure is moved. */
  readonly handle: Handle | null;
  readonly from: Place;
  readonly to: Place;
}

/** The figure as it would be if the hand let go of it now. */
export function heldFigure(figure: Figure, { handle, from, to }: Hold, size: Size): Figure {
  const by = { x: to[0] - from[0], y: to[1] - from[1] };
  return handle ? reshapedFigure(figure, handle, by, size) : movedFigure(figure, by, size);
}

/** Whether the hand is elsewhere than where it took hold. */
export const hasMoved = ({ from, to }: Hold): boolean => from[0] !== to[0] || from[1] !== to[1];

/** Within what the figure takes up. */
export function isIn([x, y]: Place, figure: Figure, size: Size): boolean {
  const box = boundsOf(figure, size);
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
