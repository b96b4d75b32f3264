/** What was worked out, by what it was worked out of; what was not asked for longest goes first. */
export class Memo<T> {
  readonly #known = new Map<string, Promise<T>>();
  readonly #most: number;

  /** `most`: how many are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Throws what `work` throws; then nothing is kept. */
  of(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key) ?? work();
    this.#known.delete(key);
    this.#known.set(key, known);
    known.catch(() => this.#known.delete(key));
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
    return known;
  }
}
