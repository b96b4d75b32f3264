import type { BoardView } from '../board/index.js';

/** Width over height of the board's first readable picture; frames share it so that nothing jumps. */
export function frameAspect(board: BoardView): number {
  const take = board.views.find((view) => view.pick && view.pick.width > 0 && view.pick.height > 0)?.pick;
  const aspect = take ? take.width / take.height : 16 / 9;
  return Math.min(2.4, Math.max(0.75, aspect));
}
