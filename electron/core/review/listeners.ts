/** Tells everybody the same events in the same order, even when a listener causes the next one. */
export class Listeners<T> {
  readonly #all = new Set<(event: T) => void>();
  readonly #waiting: T[] = [];
  #telling = false;

  add(listener: (event: T) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  clear(): void {
    this.#all.clear();
    this.#waiting.length = 0;
  }

  tell(event: T): void {
    this.#waiting.push(event);
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift())
        for (const listener of [...this.#all]) this.#call(listener, next);
    } finally {
      this.#telling = false;
    }
  }

  /** What happened is already on disk: a listener that fails must not make it look as if it had not. */
  #call(listener: (event: T) => void, event: T): void {
    try {
      listener(event);
    } catch (thrown) {
      process.emitWarning(thrown instanceof Error ? thrown : String(thrown));
    }
  }
}
