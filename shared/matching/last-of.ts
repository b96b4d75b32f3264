/** What was made last of each list of pictures: of ten thousand, reading the names takes a second. */
export class LastOf<Made> {
  readonly #last = new WeakMap<readonly string[], { readonly by: readonly unknown[]; readonly made: Made }>();

  /** What was made last of this very list, if by the same; else what `make` makes now. */
  of(pictures: readonly string[], by: readonly unknown[], make: () => Made): Made {
    const last = this.#last.get(pictures);
    if (last?.by.every((one, at) => one === by[at])) return last.made;
    const made = make();
    this.#last.set(pictures, { by, made });
    return made;
  }
}
