/**
 * How many requests one server may hold now. Grows by one after a full round of successes and halves when the
 * server asks to wait or becomes slow beside the others, as TCP does with a link; closes after failures and is
 * tried again, later each time.
 */
import type { ServerFailure } from './failure.js';

export interface HealthTimes {
  /** First pause after a failure or a 429 without Retry-After; doubles each time. Milliseconds, like all. */
  readonly backOff: number;
  readonly longestBackOff: number;
  /** However long a server asks to wait. */
  readonly longestPause: number;
}

/** Failures in a row after which a server is left alone for a while. */
const FAILURES_ALLOWED = 3;
/** Weight of the newest answer in the running mean of times. */
const NEWEST = 0.3;
/** Answers after which its time says something. */
const ENOUGH = 5;
/** A server this many times slower than the others' median gives work back. */
const SLOW = 4;

export class Health {
  readonly #most: number;
  readonly #times: HealthTimes;
  #limit: number;
  #used = 0;
  #answers = 0;
  #sinceChange = 0;
  #mean = 0;
  #failures = 0;
  #pauses = 0;
  #pausedUntil = 0;
  #closings = 0;
  #state: 'open' | 'closed' | 'unfit' = 'open';
  #reason = '';

  constructor(most: number, times: HealthTimes) {
    this.#most = most;
    this.#limit = most;
    this.#times = times;
  }

  /** Takes work, now or after a pause. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Will not do for any picture. */
  get isUnfit(): boolean {
    return this.#state === 'unfit';
  }

  /** The last failure, in words. */
  get reason(): string {
    return this.#reason;
  }

  get limit(): number {
    return this.#limit;
  }

  get load(): number {
    return this.#used / this.#limit;
  }

  /** Mean milliseconds an answer takes; null before there are enough. */
  get mean(): number | null {
    return this.#answers >= ENOUGH ? this.#mean : null;
  }

  hasRoom(now: number): boolean {
    return this.isOpen && now >= this.#pausedUntil && this.#used < this.#limit;
  }

  /** When its pause ends; 0 = it has none. */
  get pausedUntil(): number {
    return this.#pausedUntil;
  }

  take(): void {
    this.#used++;
  }

  giveBack(): void {
    this.#used--;
  }

  /** `others`: median of the other servers' mean times; null when there is nothing to compare with. */
  answered(milliseconds: number, others: number | null): void {
    this.#mean = this.#answers === 0 ? milliseconds : this.#mean + NEWEST * (milliseconds - this.#mean);
    this.#answers++;
    this.#sinceChange++;
    this.#failures = 0;
    this.#pauses = 0;
    this.#closings = 0;
    if (this.#sinceChange < Math.max(this.#limit, ENOUGH)) return;
    const slow = this.mean !== null && others !== null && this.mean > SLOW * others;
    this.#change(slow ? Math.floor(this.#limit / 2) : this.#limit + 1);
  }

  /** Returns how long to wait before it should be met again; null when it stays open or never will. */
  failed(failure: ServerFailure, now: number): number | null {
    const { backOff, longestBackOff, longestPause } = this.#times;
    this.#reason = failure.message;
    if (failure.kind === 'unfit') {
      this.#state = 'unfit';
      return null;
    }
    if (failure.kind === 'refused') return null;
    if (failure.kind === 'busy') {
      const own = Math.min(longestBackOff, backOff * 2 ** this.#pauses);
      const pause = Math.min(longestPause, failure.retryAfter ?? own);
      // Requests that were under way together are one and the same complaint.
      if (now >= this.#pausedUntil) {
        this.#pauses++;
        this.#change(Math.floor(this.#limit / 2));
      }
      this.#pausedUntil = Math.max(this.#pausedUntil, now + pause);
      return null;
    }
    this.#failures++;
    if (!this.isOpen) return null;
    if (failure.kind === 'broken' && this.#failures < FAILURES_ALLOWED) return null;
    return this.close();
  }

  /** Leaves it alone; returns for how long. */
  close(): number {
    const { backOff, longestBackOff } = this.#times;
    this.#state = 'closed';
    const wait = Math.min(longestBackOff, backOff * 2 ** this.#closings);
    this.#closings++;
    return wait;
  }

  /** It answers again: one request first. */
  reopen(): void {
    this.#state = 'open';
    this.#failures = 0;
    this.#pausedUntil = 0;
    this.#change(1);
  }

  #change(limit: number): void {
    this.#limit = Math.min(this.#most, Math.max(1, limit));
    this.#sinceChange = 0;
  }
}
