/** Work done in slices, so that whoever asks the thread something meanwhile is answered soon. */
import { LANES, type Lane } from './agenda.js';

/** Milliseconds of a slice. */
export const SLICE = 8;
/** Work on what has shifted a little pauses this many times as long as it ran. */
const REST = 9;
const URGENT: readonly Lane[] = ['now', 'first'];
const HELD: readonly Lane[] = ['now'];

/**
 * Does one piece of work of the first of these lanes that has any; null = none has. 'later': what is left waits for
 * something, and `wake` is called when that is there.
 */
type Step = (lanes: readonly Lane[]) => Lane | 'later' | null;

/** Whether there is more to do: at once, when something has come, or nothing but what rests. */
type Left = 'more' | 'later' | 'none';

interface Waiter {
  readonly isDone: () => boolean;
  readonly resolve: () => void;
}

export class Slices {
  readonly #step: Step;
  readonly #after: (isRest: boolean) => boolean;
  readonly #log: (thrown: unknown) => void;
  readonly #waiters = new Set<Waiter>();
  /** Those who wait without hurrying anything. */
  #patient: (() => void)[] = [];
  #next: NodeJS.Immediate | null = null;
  #later: NodeJS.Timeout | null = null;
  /** What has shifted a little is left alone until then. */
  #restsUntil = 0;
  #isHeld = false;
  #isClosed = false;

  /** `after`: called after every slice; `isRest` when nothing is left to do. True where another slice must follow. */
  constructor(step: Step, after: (isRest: boolean) => boolean, log: (thrown: unknown) => void) {
    this.#step = step;
    this.#after = after;
    this.#log = log;
  }

  /** There may be something to do. */
  wake(): void {
    if (!this.#isClosed) this.#next ??= setImmediate(() => this.#run());
  }

  /** Until this resolves nothing is done but what follows from a change, unless somebody waits for more. */
  hold(until: Promise<void>): void {
    this.#isHeld = true;
    void until.then(() => {
      this.#isHeld = false;
      this.wake();
    });
  }

  /** Resolves when `isDone` says so, nothing is left to do, or the work ends. Nothing rests meanwhile. */
  until(isDone: () => boolean): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.add({ isDone, resolve });
      this.wake();
    });
  }

  /** Resolves when nothing is left to do and nothing is held or rests, or the work ends; nothing is done sooner for it. */
  rested(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#patient.push(resolve);
      this.wake();
    });
  }

  close(): void {
    this.#isClosed = true;
    if (this.#next) clearImmediate(this.#next);
    if (this.#later) clearTimeout(this.#later);
    this.#release(() => true);
    this.#tellPatient();
  }

  #run(): void {
    this.#next = null;
    let left: Left;
    try {
      left = this.#slice();
      if (this.#after(left === 'none')) left = 'more';
    } catch (thrown) {
      // Until something changes it would only fail again.
      this.#log(thrown);
      left = 'none';
    }
    this.#release((isDone) => left === 'none' || isDone());
    if (left === 'more') this.wake();
    else if (left === 'none' && !this.#later && !this.#isHeld) this.#tellPatient();
  }

  #tellPatient(): void {
    const patient = this.#patient;
    this.#patient = [];
    for (const resolve of patient) resolve();
  }

  #slice(): Left {
    const started = performance.now();
    const end = started + SLICE;
    for (let now = started; now < end; ) {
      const isAwaited = this.#waiters.size > 0;
      const isResting = !isAwaited && now < this.#restsUntil;
      const lane = this.#step(!isAwaited && this.#isHeld ? HELD : isResting ? URGENT : LANES);
      if (lane === null || lane === 'later') {
        if (isResting) this.#wakeAt(this.#restsUntil);
        return lane ?? 'none';
      }
      const after = performance.now();
      if (lane === 'drift') this.#restsUntil = Math.max(this.#restsUntil, started) + REST * (after - now);
      now = after;
    }
    return 'more';
  }

  #wakeAt(time: number): void {
    this.#later ??= setTimeout(() => {
      this.#later = null;
      this.wake();
    }, time - performance.now());
  }

  #release(isReleased: (isDone: () => boolean) => boolean): void {
    for (const waiter of this.#waiters) {
      if (!isReleased(waiter.isDone)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }
}
