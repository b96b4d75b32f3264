import { LEVEL, lumaOf, type Sums, shrink } from './planes.js';

/** Cells along each side of the `layout` group that near duplicates are compared by. */
export const LAYOUT_SIDE = 48;

/** Luma of a 48×48 copy in 8-bit levels, row by row; empty for a picture with fewer pixels. Not a style group. */
export function layoutOf(working: Sums): number[] {
  if (working.width < LAYOUT_SIDE || working.height < LAYOUT_SIDE) return [];
  const { data } = lumaOf(shrink(working, LAYOUT_SIDE, LAYOUT_SIDE));
  return Array.from(data, (value) => Math.round(value / LEVEL));
}
