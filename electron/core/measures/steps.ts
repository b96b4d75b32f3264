/** Work in steps of a few milliseconds each, for whoever does it to rest between them. */
export type Steps<T> = Generator<void, T, void>;

/** All of it at once. */
export function runThrough<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
