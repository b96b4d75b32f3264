/** Which shots have read which answer, so that they can be told when it may have changed. */
export class Readers<T> {
  readonly #byTopic = new Map<T, Set<string>>();
  /** Lists, since a set for each shot would take three times as much. */
  readonly #byShot = new Map<string, readonly T[]>();

  /** Replaces what the shot had read before. */
  set(shotId: string, topics: ReadonlySet<T>): void {
    for (const topic of this.#byShot.get(shotId) ?? []) {
      const shots = this.#byTopic.get(topic) as Set<string>;
      shots.delete(shotId);
      if (shots.size === 0) this.#byTopic.delete(topic);
    }
    this.#byShot.set(shotId, [...topics]);
    for (const topic of topics) {
      const shots = this.#byTopic.get(topic) ?? new Set();
      shots.add(shotId);
      this.#byTopic.set(topic, shots);
    }
  }

  of(topic: T): Iterable<string> {
    return this.#byTopic.get(topic) ?? [];
  }

  get topics(): Iterable<T> {
    return this.#byTopic.keys();
  }
}
