/** What needs no judge: style, brand, quality and copies are told by measures alone. */
import type { Board } from '@core/board/index.js';
import type { JobControl } from '@core/jobs/index.js';
import type { Measures } from '@core/measures/index.js';
import { failureIn } from '@shared/failure.js';
import { isMeasured } from './look.js';
import { type LookOrder, orderedBy } from './look-queue.js';

/** Pictures under way at once: as many threads measure as there are, and each has one before it. */
const AT_ONCE = 4;

/**
 * Measures each picture of the order that is not yet. Of one that cannot be read the board knows why. The first error stops
 * the start of more, and is thrown when what runs is finished, as is the signal's reason.
 */
export async function measureAlone(
  board: Board,
  order: LookOrder,
  measures: Measures,
  { signal, progress, checkpoint }: JobControl,
): Promise<void> {
  const isOrdered = orderedBy(board, order);
  const left = board
    .takesInOrder()
    .filter((take) => isOrdered(take) && !board.isFailed(take) && !isMeasured(board, take));
  const all = left.length;
  const lane = async (): Promise<void> => {
    for (let take = left.shift(); take; take = left.shift()) {
      checkpoint();
      progress(
        all - left.length - 1,
        all,
        `Shot ${board.shot(take.shotId).number}: measuring it, without the judge`,
      );
      try {
        board.measured(take, await measures.measure(await board.assets.verified(take.sha256)));
      } catch (thrown) {
        signal.throwIfAborted();
        const failure = failureIn(thrown);
        if (!failure) throw thrown;
        board.fail(take, failure);
      }
    }
  };
  const lanes = Array.from({ length: AT_ONCE }, () =>
    lane().finally(() => {
      left.length = 0;
    }),
  );
  await Promise.allSettled(lanes);
  await Promise.all(lanes);
}
