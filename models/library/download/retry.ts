/** Tries again what may work the next time, with growing pauses, until no more progress is made. */
import { setTimeout as pause } from 'node:timers/promises';
import { ContinuistError } from '@shared/errors.js';

/** Failed in a way that may pass: a cut connection, a busy server, a stall. */
export class Interrupted extends Error {
  /** Milliseconds the server asks for; null = it does not say. */
  readonly retryAfter: number | null;

  constructor(message: string, retryAfter: number | null = null, cause?: unknown) {
    super(message, { cause });
    this.retryAfter = retryAfter;
  }
}

export interface RetryOptions {
  /** Tries in a row that bring nothing new before giving up. */
  readonly tries: number;
  /** The first pause, milliseconds; it doubles with every try, up to `LONGEST_PAUSE`. */
  readonly firstPause: number;
  readonly signal?: AbortSignal | undefined;
}

const LONGEST_PAUSE = 60_000;
/** A server may ask for more patience than a back-off would have, but not for an hour. */
const LONGEST_WISH = 300_000;

/**
 * `gained` says how far the work has come; as long as it grows, the count of tries starts again. Throws CANCELLED
 * when the signal aborts, DOWNLOAD_FAILED naming `what` when the tries are used up, and anything else as it is.
 */
export async function persistently<T>(
  what: string,
  work: () => Promise<T>,
  gained: () => Promise<number>,
  { tries, firstPause, signal }: RetryOptions,
): Promise<T> {
  let best = 0;
  for (let failures = 0; ; ) {
    try {
      signal?.throwIfAborted();
      return await work();
    } catch (thrown) {
      if (signal?.aborted) throw new ContinuistError('CANCELLED', '', {}, thrown);
      if (!(thrown instanceof Interrupted)) throw thrown;
      const now = await gained();
      failures = now > best ? 1 : failures + 1;
      best = Math.max(best, now);
      if (failures >= tries) {
        const detail = `${what}, ${thrown.message}, ${tries} times in a row`;
        throw new ContinuistError('DOWNLOAD_FAILED', detail, { file: what }, thrown);
      }
      const wait = Math.min(thrown.retryAfter ?? backOff(failures, firstPause), LONGEST_WISH);
      try {
        await pause(wait, undefined, signal ? { signal } : {});
      } catch (aborted) {
        throw new ContinuistError('CANCELLED', '', {}, aborted);
      }
    }
  }
}

/** Doubles with every failure, with up to a quarter more by chance, so that many programs do not knock at once. */
export const backOff = (failures: number, first: number): number =>
  Math.min(LONGEST_PAUSE, first * 2 ** (failures - 1)) * (1 + Math.random() / 4);
