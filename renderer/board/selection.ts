/** Which shots are selected: the one on the screen, or several that include it. */

export interface Selection {
  /** The shot on the screen. */
  readonly shotId: string | null;
  /** Every shot chosen, where they are several; else empty. */
  readonly selected: readonly string[];
  /** Where a range is drawn from; null = from the shot on the screen. */
  readonly anchorId: string | null;
}

export const NONE_SELECTED: Pick<Selection, 'selected' | 'anchorId'> = { selected: [], anchorId: null };

export const chosenIds = ({ shotId, selected }: Selection): readonly string[] =>
  selected.length > 0 ? selected : shotId === null ? [] : [shotId];

/** One by itself is no list. */
const listed = (ids: readonly string[]): readonly string[] => (ids.length > 1 ? ids : []);

/** Adds the shot, or takes it out; the last one stays. */
export function toggledShot(selection: Selection, shotId: string): Selection {
  const ids = chosenIds(selection);
  if (!ids.includes(shotId)) return { shotId, selected: listed([...ids, shotId]), anchorId: shotId };
  const left = ids.filter((id) => id !== shotId);
  const next = selection.shotId === shotId ? left.at(-1) : selection.shotId;
  return next == null ? selection : { shotId: next, selected: listed(left), anchorId: next };
}

/** From the anchor to the shot, both included, in the order shown; it replaces the selection. */
export function extendedTo(selection: Selection, order: readonly string[], shotId: string): Selection {
  const anchorId = selection.anchorId ?? selection.shotId ?? shotId;
  const from = Math.max(0, order.indexOf(anchorId));
  const to = order.indexOf(shotId);
  if (to < 0) return selection;
  return { shotId, selected: listed(order.slice(Math.min(from, to), Math.max(from, to) + 1)), anchorId };
}

/** Without what is not shown any more. */
export function keptWithin(selected: readonly string[], shown: ReadonlySet<string>): readonly string[] {
  const left = selected.filter((id) => shown.has(id));
  return left.length === selected.length ? selected : listed(left);
}
