import type { Size } from '../mask/index.js';
import type { Region } from '../records/index.js';

/** Proportions that differ by less are the same, as rounding to pixels leaves them. */
const SAME = 0.01;

/**
 * Where a picture lies in another one whose proportions differ: whole, as large as it can be, in the middle; 0–1 of the
 * other. Null where both have the same proportions, or one has none.
 */
export function fittedIn(picture: Size, other: Size): Region | null {
  const [own, its] = [picture.width / picture.height, other.width / other.height];
  if (!(own > 0 && its > 0) || Math.abs(own / its - 1) < SAME) return null;
  const [width, height] = own > its ? [1, its / own] : [own / its, 1];
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}
