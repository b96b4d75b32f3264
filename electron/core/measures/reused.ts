/** Memory that one picture or frame after another is worked out in: new memory for each costs more than much of the work. */

/** Values that are kept at most; larger pictures are rare, and their memory is given back. */
const MOST_KEPT = 1 << 22;

export class Reused<T extends Int16Array | Int32Array | Float64Array | Uint8Array> {
  readonly #make: (length: number) => T;
  #last: T | null = null;

  constructor(make: (length: number) => T) {
    this.#make = make;
  }

  /** Room for so many values, which hold anything. What was got before must no longer be needed. */
  of(length: number): T {
    if (this.#last?.length === length) return this.#last;
    const made = this.#make(length);
    this.#last = length <= MOST_KEPT ? made : null;
    return made;
  }
}

export const reusedValues = (): Reused<Int16Array> => new Reused((length) => new Int16Array(length));
