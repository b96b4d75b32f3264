/** How fast a download goes, over the last seconds, and how long the rest takes at that speed. */
export class Meter {
  readonly #window: number;
  #samples: { at: number; bytes: number }[] = [];

  /** `window`: milliseconds looked back. */
  constructor(window = 5000) {
    this.#window = window;
  }

  /** `bytes`: all that arrived so far, of this run; `at`: milliseconds, never falling. */
  add(bytes: number, at: number): void {
    this.#samples.push({ at, bytes });
    while ((this.#samples[1]?.at ?? at) < at - this.#window) this.#samples.shift();
  }

  /** Bytes a second; null until there are two moments to compare. */
  get speed(): number | null {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.at <= first.at) return null;
    return Math.max(0, ((last.bytes - first.bytes) / (last.at - first.at)) * 1000);
  }

  /** Seconds for `bytes` more; null while nothing moves. */
  secondsFor(bytes: number): number | null {
    const { speed } = this;
    return speed ? Math.max(0, bytes) / speed : null;
  }
}
