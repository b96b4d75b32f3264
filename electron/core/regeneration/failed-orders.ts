/** Which of the pictures that were ordered came to nothing, or could not be judged, and why. */
import type { Board } from '@core/board/index.js';
import { asSentence } from '@shared/as-sentence.js';
import { ERRORS, type ErrorCode } from '@shared/errors.js';
import { type FailedShot, failuresTold } from '@shared/failures-told.js';
import type { Request } from '@shared/records/index.js';
import type { RegenerationOutcome } from './regenerate.js';

/** What is said of outcomes that are no success, where nobody says more. */
const FAILED: Partial<Record<RegenerationOutcome, ErrorCode>> = {
  failed: 'GENERATOR_FAILED',
  unknown: 'GENERATOR_UNSURE',
};

interface Ended extends FailedShot {
  readonly position: number;
}

export class FailedOrders {
  readonly #board: Board;
  readonly #shots: Ended[] = [];

  constructor(board: Board) {
    this.#board = board;
  }

  note({ id, shotId }: Pick<Request, 'id' | 'shotId'>, outcome: RegenerationOutcome): void {
    const { request, take, shot } = this.#board.review.records;
    const of = shot[shotId];
    // Taken back meanwhile: spoken of no more.
    if (!of) return;
    const { number, position } = of;
    const code = FAILED[outcome];
    const made = take[request[id]?.resultTakeId ?? ''];
    const unjudged = made && this.#board.failureOf(made);
    if (code) {
      const message = asSentence(request[id]?.error ?? ERRORS[code].message);
      this.#shots.push({ number, position, message, hint: hintFor(message, code) });
    } else if (unjudged) this.#shots.push({ number, position, ...unjudged });
  }

  /** What of it failed, why, and what to do; '' = nothing did. */
  get warning(): string {
    return failuresTold(this.#shots.toSorted((a, b) => a.position - b.position));
  }
}

/** Of the error that begins as this message does: orders keep no more of it. */
function hintFor(message: string, otherwise: ErrorCode): string {
  const begins = (text: string) => message.startsWith(text.replace(/\.$/, ''));
  return (Object.values(ERRORS).find((text) => begins(text.message)) ?? ERRORS[otherwise]).hint;
}
