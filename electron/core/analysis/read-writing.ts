/** Reads what is written in every picture, once all have been judged: it takes a quarter of a second each. */
import type { Board } from '@core/board/index.js';
import type { JobControl } from '@core/jobs/index.js';
import type { Measures } from '@core/measures/index.js';
import type { Take } from '@shared/records/index.js';

/** `isWanted`: the analysis is about it. False when `isAsked` came to be true meanwhile: the judge has something to do first. */
export async function readWriting(
  board: Board,
  isWanted: (take: Take) => boolean,
  measures: Pick<Measures, 'readWriting'>,
  { signal, progress, checkpoint }: JobControl,
  isAsked: () => boolean,
): Promise<boolean> {
  await board.seen();
  const takes = board
    .takesInOrder()
    .filter((take) => !board.isFailed(take) && board.isUnread(take.id) && isWanted(take));
  for (const [at, take] of takes.entries()) {
    if (isAsked()) return false;
    checkpoint();
    // Said, not counted: what was counted are the same frames.
    progress(0, 0, `Reading words, ${at + 1} of ${takes.length}`);
    const lines = await linesIn(board, take, measures);
    signal.throwIfAborted();
    if (lines === 'nobody reads') return true;
    const known = board.measures(take);
    if (lines && known) board.measured(take, { ...known, writing: [...lines] });
  }
  return true;
}

/** Null where it cannot be read; nothing else hangs on that. */
async function linesIn(board: Board, take: Take, measures: Pick<Measures, 'readWriting'>) {
  try {
    return (await measures.readWriting(await board.fileOf(take))) ?? 'nobody reads';
  } catch {
    return null;
  }
}
