/** What somebody has yet to be told, in order: nothing is missed, however slowly it is taken. */
export class Queue<T> {
  readonly #items: T[] = [];
  #ended = false;
  #wake = (): void => undefined;

  push(item: T): void {
    this.#items.push(item);
    this.#wake();
  }

  /** What is in it is still told, and nothing after that. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** All items, as they come, until the queue ends or `signal` aborts. */
  async *drain(signal?: AbortSignal): AsyncGenerator<T, void> {
    const abort = () => this.#wake();
    signal?.addEventListener('abort', abort);
    try {
      while (!signal?.aborted) {
        const next = this.#items.shift();
        if (next !== undefined) yield next;
        else if (this.#ended) return;
        else
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
      }
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }
}
