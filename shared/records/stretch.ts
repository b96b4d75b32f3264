/**
 * The shots that a fact holds for: a stretch of the story from its first to its last shot, both named by id, so that
 * what happens elsewhere on the board does not shift it.
 */
import type { Fact } from './fact.js';
import type { Shot } from './shot.js';

/** A fact with the positions of its first and last shot; null = to that end of the storyboard. */
export interface PositionedFact extends Fact {
  readonly from: number | null;
  readonly to: number | null;
}

export const holdsAt = ({ from, to }: Pick<PositionedFact, 'from' | 'to'>, position: number): boolean =>
  (from ?? 0) <= position && (to === null || position <= to);

type Bounds = Pick<Fact, 'firstShotId' | 'lastShotId'>;

/** Facts where they stand on a board. One whose first or last shot is not on it holds for none of it: it is left out. */
export function positionFacts(
  facts: readonly Fact[],
  shots: readonly Pick<Shot, 'id' | 'position'>[],
): PositionedFact[] {
  const positions = new Map(shots.map(({ id, position }) => [id, position]));
  const at = (id: string | null) => (id === null ? null : positions.get(id));
  return facts.flatMap((fact) => {
    const from = at(fact.firstShotId);
    const to = at(fact.lastShotId);
    return from === undefined || to === undefined ? [] : [{ ...fact, from, to }];
  });
}

/** Shots in an order, by id. */
class Order {
  readonly #places: ReadonlyMap<string, number>;

  constructor(readonly ids: readonly string[]) {
    this.#places = new Map(ids.map((id, place) => [id, place]));
  }

  /** -1 for a shot that is not there. */
  at(id: string): number {
    return this.#places.get(id) ?? -1;
  }

  /** Those in the stretch. */
  inside({ firstShotId, lastShotId }: Bounds): readonly string[] {
    const first = firstShotId === null ? 0 : this.at(firstShotId);
    const end = lastShotId === null ? this.ids.length : this.at(lastShotId) + 1;
    return first < 0 ? [] : this.ids.slice(first, end);
  }
}

/** The places from the first to the last of `stayed`, and as far on to both sides as places of `came` follow at once. */
function reach(stayed: readonly number[], came: readonly number[]): readonly [first: number, last: number] {
  const beside = new Set(came);
  let first = stayed[0] as number;
  let last = stayed.at(-1) as number;
  while (beside.has(first - 1)) first--;
  while (beside.has(last + 1)) last++;
  return [first, last];
}

/** It holds for the whole storyboard. */
const isOpen = ({ firstShotId, lastShotId }: Bounds): boolean => firstShotId === null && lastShotId === null;

const NOTHING_MOVED: ReadonlySet<string> = new Set();

/**
 * The facts after the shots went from the order `before` to the order `after`, ids in story order each. A fact goes on
 * holding for every shot that it held for:
 *
 * - Of shots that are gone nothing is left to say. Where one of them was an end, the end is now its neighbour inside
 *   the stretch: the shot outside was never part of it. A fact whose shots are all gone goes with them.
 * - The shots that the artist `moved` are those whose position in the story changes, so they alone can leave the
 *   stretch or come into it. Moved away they leave it, and where one was an end its neighbour inside is the end now;
 *   moved within, or just to the other side of an end, they stay part of it. A fact that holds for none but them goes
 *   with them.
 * - Shots that came, or moved in between, are part of what they lie in the middle of. Beside an end they are not.
 */
export function keepStretches(
  facts: Readonly<Record<string, Fact>>,
  before: readonly string[],
  after: readonly string[],
  moved: ReadonlySet<string> = NOTHING_MOVED,
): Record<string, Fact> {
  const all = Object.values(facts);
  if (all.every(isOpen)) return { ...facts };
  const was = new Order(before);
  const is = new Order(after);
  const kept: Record<string, Fact> = {};
  for (const fact of all) {
    const { firstShotId, lastShotId } = fact;
    const held = isOpen(fact) ? [] : was.inside(fact);
    if (held.length === 0) {
      kept[fact.id] = fact;
      continue;
    }
    const left = held.filter((id) => is.at(id) >= 0).sort((a, b) => is.at(a) - is.at(b));
    const placesOf = (isMoved: boolean) =>
      left.filter((id) => moved.has(id) === isMoved).map((id) => is.at(id));
    const stayed = placesOf(false);
    const isAlone = stayed.length === 0;
    const [from, to] = isAlone ? [0, after.length] : reach(stayed, placesOf(true));
    const stretch = left.filter((id) => is.at(id) >= from && is.at(id) <= to);
    const [first] = stretch;
    if (first === undefined) continue;
    const last = stretch.at(-1) ?? first;
    kept[fact.id] = {
      ...fact,
      firstShotId: firstShotId === null && !isAlone ? null : first,
      lastShotId: lastShotId === null && !isAlone ? null : last,
    };
  }
  return kept;
}
