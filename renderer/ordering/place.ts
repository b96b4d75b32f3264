/** Where along the frames something is held: which gap is meant, and of which of its two neighbours. */
import type { Place } from '@shared/commands/index.js';

/** One frame of those shown, and the side of it that is meant. */
export interface Spot {
  /** Among the frames shown. */
  readonly at: number;
  readonly side: Place['side'];
}

/** How frames stand beside each other, in CSS pixels. */
export interface Row {
  /** From the left edge of what holds them to the first. */
  readonly left: number;
  readonly width: number;
  readonly gap: number;
}

/** Frames in rows, in CSS pixels. */
export interface Rows extends Row {
  /** From the upper edge of what holds them to the first row. */
  readonly top: number;
  /** Of a frame with all that stands under its picture. */
  readonly height: number;
  readonly columns: number;
}

const within = (n: number, last: number): number => Math.max(0, Math.min(last, n));

function spotInRow(x: number, { left, width, gap }: Row, first: number, last: number): Spot {
  const place = (x - left + gap / 2) / (width + gap);
  const at = within(first + Math.floor(place), last);
  if (first + place < at) return { at, side: 'before' };
  return { at, side: first + place - at < 0.5 ? 'before' : 'after' };
}

/** `x`: from the left edge of what holds `count` frames, however far it is scrolled. null where there is none. */
export const spotInStrip = (x: number, row: Row, count: number): Spot | null =>
  count > 0 ? spotInRow(x, row, 0, count - 1) : null;

/** The same in rows, with `y` from the upper edge. */
export function spotInGrid(x: number, y: number, rows: Rows, count: number): Spot | null {
  if (count === 0) return null;
  const { top, height, gap, columns } = rows;
  const row = within(Math.floor((y - top + gap / 2) / (height + gap)), Math.ceil(count / columns) - 1);
  const first = row * columns;
  return spotInRow(x, rows, first, Math.min(count, first + columns) - 1);
}

/** The left edge of a line in the gap that is meant: nearer to the neighbour that it belongs to. */
export function lineLeft(
  { at, side }: Spot,
  { left, width, gap }: Row,
  columns = Number.POSITIVE_INFINITY,
): number {
  const column = Number.isFinite(columns) ? at % columns : at;
  const frame = left + column * (width + gap);
  return side === 'before' ? frame - gap / 2 : frame + width + gap / 2;
}
