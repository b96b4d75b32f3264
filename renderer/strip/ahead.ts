/** What will be needed soon, asked for a few at a time: the nearest first, and no longer once it is not wanted any more. */

/** Asks for one; calls `done` when it came, or did not. Returns what stops it. */
export type Ask = (url: string, done: () => void) => () => void;

/** Under way at a time: what is seen already is not to wait behind them. */
const AT_ONCE = 3;

export class Ahead {
  readonly #ask: Ask;
  #wanted: readonly string[] = [];
  /** Asked for and still wanted, with what stops it; null once it came. */
  readonly #asked = new Map<string, (() => void) | null>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** These from now on, in this order, and nothing else. What is `kept` goes on if it was asked for before. */
  want(wanted: readonly string[], kept: readonly string[] = []): void {
    const still = new Set([...wanted, ...kept]);
    for (const [url, stop] of this.#asked) {
      if (still.has(url)) continue;
      stop?.();
      this.#asked.delete(url);
    }
    this.#wanted = wanted;
    this.#goOn();
  }

  #goOn(): void {
    let room = AT_ONCE - [...this.#asked.values()].filter((stop) => stop !== null).length;
    for (const url of this.#wanted) {
      if (room <= 0) return;
      if (this.#asked.has(url)) continue;
      room--;
      this.#start(url);
    }
  }

  #start(url: string): void {
    const stop = this.#ask(url, () => {
      if (this.#asked.get(url) !== stop) return;
      this.#asked.set(url, null);
      this.#goOn();
    });
    this.#asked.set(url, stop);
  }
}
