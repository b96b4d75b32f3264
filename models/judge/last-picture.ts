import { stat } from 'node:fs/promises';

/** What was made of a picture, kept until something of another is asked for or the file is another. */
export class LastPicture<T> {
  readonly #isKept: (made: T) => boolean;
  #last: { readonly key: string; readonly made: Promise<T> } | null = null;

  /** `isKept`: false for what is made anew each time. */
  constructor(isKept: (made: T) => boolean = () => true) {
    this.#isKept = isKept;
  }

  /**
   * `as`: what tells apart what is made of one picture in several ways. Throws what `make` throws, and keeps nothing
   * then. Who asks meanwhile waits for the same.
   */
  async of(file: string, make: () => Promise<T>, as = ''): Promise<T> {
    const key = await stat(file).then(
      ({ mtimeMs, size }) => `${as} ${mtimeMs} ${size} ${file}`,
      () => `${as} ${file}`,
    );
    if (this.#last?.key !== key) this.#last = { key, made: make() };
    const mine = this.#last;
    const forget = () => {
      if (this.#last === mine) this.#last = null;
    };
    try {
      const made = await mine.made;
      if (!this.#isKept(made)) forget();
      return made;
    } catch (thrown) {
      forget();
      throw thrown;
    }
  }
}
