import type { Steps } from './steps.js';

/** One thing that is made in steps, kept for as long as it would be made of the same. */
export class Kept<T> {
  #made: { readonly of: readonly unknown[]; readonly value: T } | null = null;

  /** `of`: everything that it follows from; what is equal is the same. */
  *get(of: readonly unknown[], make: () => Steps<T>): Steps<T> {
    const before = this.#made;
    if (before?.of.length === of.length && before.of.every((one, at) => Object.is(one, of[at])))
      return before.value;
    const value = yield* make();
    this.#made = { of, value };
    return value;
  }
}
