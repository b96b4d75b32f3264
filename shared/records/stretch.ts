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

/** The ids of `order` that lie in the stretch. */
function inside({ firstShotId, lastShotId }: Bounds, order: readonly string[]): readonly string[] {
  const first = firstShotId === null ? 0 : order.indexOf(firstShotId);
  const end = lastShotId === null ? order.length : order.indexOf(lastShotId) + 1;
  return first < 0 ? [] : order.slice(first, end);
}

/** Whether the shot at `at` lies among those at `others`, or just beside them. */
const touches = (at: number, others: readonly number[]): boolean =>
  at >= Math.min(...others) - 1 && at <= Math.max(...others) + 1;

/**
 * The facts after the shots went from the order `before` to the order `after`, ids in story order each. A fact goes on
 * holding for every shot that it held for:
 *
 * - Of shots that are gone nothing is left to say. Where one of them was an end, the end is now its neighbour inside
 *   the stretch: the shot outside was never part of it. A fact whose shots are all gone goes with them.
 * - The shot that the artist `moved` is the one whose position in the story changes, so it alone can leave the stretch
 *   or come into it. Moved away it leaves it, and where it was an end its neighbour inside is the end now; moved
 *   within, or just to the other side of an end, it stays part of it. A fact that holds for it alone goes with it.
 * - Shots that came, or moved in between, are part of what they lie in the middle of. Beside an end they are not.
 */
export function keepStretches(
  facts: Readonly<Record<string, Fact>>,
  before: readonly string[],
  after: readonly string[],
  moved: string | null = null,
): Record<string, Fact> {
  const kept: Record<string, Fact> = {};
  for (const fact of Object.values(facts)) {
    const { firstShotId, lastShotId } = fact;
    const held = new Set(inside(fact, before));
    if ((firstShotId === null && lastShotId === null) || held.size === 0) {
      kept[fact.id] = fact;
      continue;
    }
    const left = after.filter((id) => held.has(id));
    const others = left.filter((id) => id !== moved);
    const at = others.map((id) => after.indexOf(id));
    const strays = others.length > 0 && !touches(after.indexOf(moved ?? ''), at);
    const stretch = strays ? others : left;
    const [first] = stretch;
    if (first === undefined) continue;
    const last = stretch.at(-1) ?? first;
    const alone = first === moved && last === moved;
    kept[fact.id] = {
      ...fact,
      firstShotId: firstShotId === null && !alone ? null : first,
      lastShotId: lastShotId === null && !alone ? null : last,
    };
  }
  return kept;
}
