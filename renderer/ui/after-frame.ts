/** Runs what it was given last in the frame after the next one, so that what changed now is seen first. */
export class AfterFrame {
  #last: (() => void) | null = null;

  run(what: () => void): void {
    const isAsked = this.#last !== null;
    this.#last = what;
    if (isAsked) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const last = this.#last;
        this.#last = null;
        last?.();
      }),
    );
  }

  /** What waits to be run is not. */
  leave(): void {
    if (this.#last) this.#last = () => undefined;
  }
}
