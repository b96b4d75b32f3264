import { Recent } from '@shared/recent.js';

/** What was worked out, by what it was worked out of; what was not asked for longest goes first. */
export class Memo<T> {
  readonly #known: Recent<string, Promise<T>>;

  /** `most`: how many are kept. */
  constructor(most: number) {
    this.#known = new Recent(most);
  }

  /** Throws what `work` throws; then nothing is kept. */
  of(key: string, work: () => Promise<T>): Promise<T> {
    return this.#known.of(key, () => {
      const made = work();
      made.catch(() => this.#known.delete(key));
      return made;
    });
  }
}
