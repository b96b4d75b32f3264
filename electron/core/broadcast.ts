interface Queue<T> {
  readonly items: T[];
  wake: () => void;
}

/** One sender, any number of listeners, each at its own pace: a listener that is slow misses nothing. */
export class Broadcast<T> {
  readonly #queues = new Set<Queue<T>>();
  #closed = false;

  send(item: T): void {
    for (const queue of this.#queues) {
      queue.items.push(item);
      queue.wake();
    }
  }

  /** Everything sent from this call on, until `signal` aborts or the broadcast closes. */
  listen(signal?: AbortSignal): AsyncGenerator<T, void> {
    const queue: Queue<T> = { items: [], wake: () => undefined };
    this.#queues.add(queue);
    return this.#drain(queue, signal);
  }

  close(): void {
    this.#closed = true;
    for (const queue of this.#queues) queue.wake();
  }

  async *#drain(queue: Queue<T>, signal?: AbortSignal): AsyncGenerator<T, void> {
    const abort = () => queue.wake();
    signal?.addEventListener('abort', abort);
    try {
      while (!signal?.aborted) {
        const next = queue.items.shift();
        if (next !== undefined) yield next;
        else if (this.#closed) return;
        else
          await new Promise<void>((resolve) => {
            queue.wake = resolve;
          });
      }
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#queues.delete(queue);
    }
  }
}
