import type { BoardView } from '../board/index.js';

/** Width over height of the board's first readable picture; frames share it so that nothing jumps. */
export function frameAspect(board: BoardView): number {
  const take = board.views.find((view) => view.pick && view.pick.width > 0 && view.pick.height > 0)?.pick;
  const aspect = take ? take.width / take.height : 16 / 9;
  return Math.min(2.4, Math.max(0.75, aspect));
}

/** How much of a picture's side may be cut off before it is shown whole. */
const CUT = 1.8;

/** Filled, a frame of this shape (width over height) would show less than half of such a picture, as of a panorama. */
export const isOtherShape = (
  { width, height }: { readonly width: number; readonly height: number },
  aspect: number,
): boolean => width > 0 && height > 0 && Math.max(width / height / aspect, (aspect * height) / width) > CUT;
