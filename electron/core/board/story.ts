import {
  type PlacedFact,
  placeFacts,
  type Records,
  type RecordsDiff,
  type Shot,
  shotsInOrder,
} from '@shared/records/index.js';

/** The shots in story order, kept as they change. */
export class Story {
  #shots: readonly Shot[];
  readonly #places = new Map<string, number>();
  #placed: { readonly of: Records['fact']; readonly facts: readonly PlacedFact[] } | null = null;

  constructor(shots: Readonly<Record<string, Shot>>) {
    this.#shots = shotsInOrder({ shot: shots });
    this.#number();
  }

  get shots(): readonly Shot[] {
    return this.#shots;
  }

  /** From 0; -1 for a shot that is not there. */
  placeOf(shotId: string): number {
    return this.#places.get(shotId) ?? -1;
  }

  /** The facts with the places where each begins and ends; the same list as long as nothing of it changes. */
  placed(facts: Records['fact']): readonly PlacedFact[] {
    if (this.#placed?.of !== facts)
      this.#placed = { of: facts, facts: placeFacts(Object.values(facts), this.#shots) };
    return this.#placed.facts;
  }

  /** Takes `shots`, to which `change` has led. True when the order changed. */
  follow(shots: Readonly<Record<string, Shot>>, change: NonNullable<RecordsDiff['shot']>): boolean {
    const updated = Object.values(change.updated);
    const moved =
      updated.some(([from, to]) => from.position !== to.position) ||
      Object.keys(change.added).length > 0 ||
      Object.keys(change.removed).length > 0;
    if (moved) {
      this.#shots = shotsInOrder({ shot: shots });
      this.#number();
    } else {
      const next = [...this.#shots];
      for (const [, shot] of updated) next[this.placeOf(shot.id)] = shot;
      this.#shots = next;
    }
    return moved;
  }

  #number(): void {
    this.#places.clear();
    this.#placed = null;
    for (const [place, { id }] of this.#shots.entries()) this.#places.set(id, place);
  }
}
