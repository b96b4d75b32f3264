/**
 * Where a scroller goes so that what is chosen in it is seen, from what is known of it already: to ask the page makes it lay
 * out everything in the middle of a key.
 */

/** What stands in a line, each as large as the next. CSS pixels. */
export interface Line {
  readonly count: number;
  /** From one to the next. */
  readonly step: number;
  /** Before the first and behind the last. */
  readonly ends: number;
  /** On both sides of the chosen one, seen as well. */
  readonly beside: number;
  /** How much of the line is seen, and from where on. */
  readonly room: number;
  readonly from: number;
}

/** Some of the chosen one is seen. */
export const isSeen = (at: number, { step, ends, room, from }: Line): boolean =>
  ends + (at + 1) * step > from && ends + at * step < from + room;

/** `at`: the chosen one. From where on the line is seen then; null where it stays. */
export function followed(at: number, { count, step, ends, beside, room, from }: Line): number | null {
  const start = ends + at * step - beside;
  const end = ends + (at + 1) * step + beside;
  if (start > from && end < from + room) return null;
  const most = Math.max(0, 2 * ends + count * step - room);
  const to = Math.min(most, Math.max(0, end >= from + room ? end - room : start));
  return to === from ? null : to;
}
