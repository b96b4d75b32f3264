/**
 * Why something is to be worked out: somebody waits for it, it never was, or it has shifted a little because something
 * else on the board changed.
 */
export const LANES = ['now', 'first', 'drift'] as const;
export type Lane = (typeof LANES)[number];

/** Ids in the order in which they were added, each once. */
class Queue {
  #ids: string[] = [];
  #head = 0;
  readonly #waiting = new Set<string>();

  add(id: string): void {
    if (this.#waiting.has(id)) return;
    this.#waiting.add(id);
    this.#ids.push(id);
  }

  delete(id: string): void {
    this.#waiting.delete(id);
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  take(): string | null {
    while (this.#head < this.#ids.length) {
      const id = this.#ids[this.#head++] as string;
      if (this.#waiting.delete(id)) return id;
    }
    this.#ids = [];
    this.#head = 0;
    return null;
  }
}

/** What is still to be worked out in one respect, by lane. What is in several lanes is taken once, from the first. */
export class Agenda {
  readonly #lanes: Readonly<Record<Lane, Queue>> = {
    now: new Queue(),
    first: new Queue(),
    drift: new Queue(),
  };

  add(lane: Lane, ids: Iterable<string>): void {
    for (const id of ids) this.#lanes[lane].add(id);
  }

  isEmpty(lane: Lane): boolean {
    return this.#lanes[lane].isEmpty;
  }

  get isAllEmpty(): boolean {
    return this.isEmpty('now') && this.isEmpty('first') && this.isEmpty('drift');
  }

  take(lane: Lane): string | null {
    const id = this.#lanes[lane].take();
    if (id !== null) for (const other of Object.values(this.#lanes)) other.delete(id);
    return id;
  }
}
