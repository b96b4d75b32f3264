/** Which of the pictures that were ordered came to nothing, or could not be judged, and why. */
import type { Board } from '@core/board/index.js';
import { asSentence } from '@shared/as-sentence.js';
import { ERRORS } from '@shared/errors.js';
import { type FailedShot, failuresTold } from '@shared/failures-told.js';
import type { Request } from '@shared/records/index.js';
import type { RegenerationOutcome } from './regenerate.js';

/** What is said of outcomes that are no success. */
const FAILED: Partial<Record<RegenerationOutcome, (typeof ERRORS)['GENERATOR_FAILED' | 'GENERATOR_UNSURE']>> =
  { failed: ERRORS.GENERATOR_FAILED, unknown: ERRORS.GENERATOR_UNSURE };

export class FailedOrders {
  readonly #board: Board;
  readonly #shots: FailedShot[] = [];

  constructor(board: Board) {
    this.#board = board;
  }

  note({ id, shotId }: Pick<Request, 'id' | 'shotId'>, outcome: RegenerationOutcome): void {
    const { request, take } = this.#board.review.records;
    const { number } = this.#board.shot(shotId);
    const text = FAILED[outcome];
    const made = take[request[id]?.resultTakeId ?? ''];
    const unjudged = made && this.#board.failureOf(made);
    if (text)
      this.#shots.push({
        number,
        message: asSentence(request[id]?.error ?? text.message),
        hint: text.hint,
      });
    else if (unjudged) this.#shots.push({ number, ...unjudged });
  }

  /** What of it failed, why, and what to do; '' = nothing did. */
  get warning(): string {
    return failuresTold(this.#shots);
  }
}
