/** Messages of the host that wait until the window has time: never between a key and the frame that answers it. */

/** Calls `run` once, when there is time; returns what keeps it from that. */
export type WhenFree = (run: () => void) => () => void;

/** What comes first is taken first, and what waited together is taken together. */
export class Inbox<T> {
  readonly #take: (all: readonly T[]) => void;
  readonly #whenFree: WhenFree;
  #waiting: T[] = [];
  #leave: (() => void) | null = null;

  constructor(take: (all: readonly T[]) => void, whenFree: WhenFree) {
    this.#take = take;
    this.#whenFree = whenFree;
  }

  /** The last that waits. */
  get last(): T | undefined {
    return this.#waiting.at(-1);
  }

  put(one: T): void {
    this.#waiting.push(one);
    this.#leave ??= this.#whenFree(() => this.empty());
  }

  /** Takes all that waits now. */
  empty(): void {
    this.#leave?.();
    this.#leave = null;
    const all = this.#waiting;
    this.#waiting = [];
    if (all.length > 0) this.#take(all);
  }
}

/** Milliseconds after which even a window that is never free takes what came. */
const PATIENCE = 250;

/** In the time that is left between two frames; at once where nobody sees any. */
export const betweenFrames: WhenFree = (run) => {
  if (document.visibilityState === 'hidden' || !('requestIdleCallback' in window)) {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(run, { timeout: PATIENCE });
  return () => cancelIdleCallback(asked);
};

/** Milliseconds: a bar that moves five times a second moves, and a key seldom meets what draws it. */
const REST = 200;

/** As `whenFree`, and not sooner than `rest` milliseconds after what it ran last. */
export function rested(whenFree: WhenFree, rest = REST): WhenFree {
  let last = Number.NEGATIVE_INFINITY;
  return (run) => {
    let leave: () => void;
    const ask = () => {
      leave = whenFree(() => {
        last = performance.now();
        run();
      });
    };
    const wait = last + rest - performance.now();
    if (wait <= 0) ask();
    else {
      const timer = setTimeout(ask, wait);
      leave = () => clearTimeout(timer);
    }
    return () => leave();
  };
}
