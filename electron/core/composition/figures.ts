/**
 * How figures are built in the pictures at hand. The size of a shot is a matter of how large a head is; heads are seldom
 * detected by themselves, and drawn people are often no more than three heads tall.
 */
export interface Figures {
  /** Height of somebody who stands, by the width. */
  readonly tall: number;
  /** The same by the height of the head. */
  readonly heads: number;
}

/** Grown people as they are. */
export const NATURAL: Figures = { tall: 3, heads: 7.5 };
/** People of the storybook world. */
export const STORYBOOK: Figures = { tall: 1.9, heads: 3 };
