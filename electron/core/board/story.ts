import {
  isInPlay,
  type PositionedFact,
  positionFacts,
  type Records,
  type RecordsDiff,
  type Shot,
  shotsInOrder,
} from '@shared/records/index.js';

/** The shots in story order, kept as they change. */
export class Story {
  #shots: readonly Shot[];
  readonly #positions = new Map<string, number>();
  readonly #places = new Map<string, number>();
  #positioned: { readonly of: Records['fact']; readonly facts: readonly PositionedFact[] } | null = null;

  constructor(shots: Readonly<Record<string, Shot>>) {
    this.#shots = shotsInOrder({ shot: shots });
    this.#number();
  }

  get shots(): readonly Shot[] {
    return this.#shots;
  }

  /** From 0; -1 for a shot that is not there. */
  positionOf(shotId: string): number {
    return this.#positions.get(shotId) ?? -1;
  }

  /** How many shots in play stand before it; -1 for a shot that is not there. */
  placeOf(shotId: string): number {
    return this.#places.get(shotId) ?? -1;
  }

  /** The one before it that is in play; null for the first. */
  shotBefore(shotId: string): Shot | null {
    let at = this.positionOf(shotId) - 1;
    while (at >= 0 && !isInPlay(this.#shots[at] as Shot)) at--;
    return this.#shots[at] ?? null;
  }

  /** The facts with the positions where each begins and ends; the same list as long as nothing of it changes. */
  positionedFacts(facts: Records['fact']): readonly PositionedFact[] {
    if (this.#positioned?.of !== facts)
      this.#positioned = { of: facts, facts: positionFacts(Object.values(facts), this.#shots) };
    return this.#positioned.facts;
  }

  /** Takes `shots`, to which `change` has led. True when the order of those in play changed. */
  follow(shots: Readonly<Record<string, Shot>>, change: NonNullable<RecordsDiff['shot']>): boolean {
    const updated = Object.values(change.updated);
    const moved =
      updated.some(([from, to]) => from.position !== to.position || isInPlay(from) !== isInPlay(to)) ||
      Object.keys(change.added).length > 0 ||
      Object.keys(change.removed).length > 0;
    if (moved) {
      this.#shots = shotsInOrder({ shot: shots });
      this.#number();
    } else {
      const next = [...this.#shots];
      for (const [, shot] of updated) next[this.positionOf(shot.id)] = shot;
      this.#shots = next;
    }
    return moved;
  }

  #number(): void {
    this.#positions.clear();
    this.#places.clear();
    this.#positioned = null;
    let place = 0;
    for (const [position, shot] of this.#shots.entries()) {
      this.#positions.set(shot.id, position);
      this.#places.set(shot.id, place);
      if (isInPlay(shot)) place++;
    }
  }
}
