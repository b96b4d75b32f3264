/** What goes to people and to editing has the shots of the story alone, and says how many stay behind. */
import { listed } from '@shared/listed.js';
import { isInPlay, type Shot, shotsInOrder } from '@shared/records/index.js';
import type { WriterContext } from './format.js';

/** Numbers that one sentence names. */
const NAMED = 12;

/** Says which shots an export does not have, since they are left out of play; nothing where all are in it. */
export function noteOnOmitted({ board, note }: Pick<WriterContext, 'board' | 'note'>): void {
  const left = shotsInOrder(board.review.records).filter((shot) => !isInPlay(shot));
  if (left.length === 0) return;
  const numbers = listed(
    left.map(({ number }: Shot) => number),
    NAMED,
  );
  note(
    left.length === 1
      ? `Shot ${numbers} is left out of play, and so out of this.`
      : `${left.length} shots are left out of play, and so out of this: ${numbers}.`,
  );
}
