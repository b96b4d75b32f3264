/**
 * How figures are built in the pictures at hand. The size of a shot is a matter of how large a head is; heads are seldom
 * detected by themselves, and drawn people are often no more than three heads tall.
 */
export interface Figures {
  /** Height of somebody who stands, by the width. */
  readonly tall: number;
  /** The same by the height of the head. */
  readonly heads: number;
  /** How much of its box somebody or something covers, 0–1, by what it is called; absent = all cover as much. */
  readonly covers?: Readonly<Record<string, number>>;
}

/** Grown people as they are. */
export const NATURAL: Figures = { tall: 3, heads: 7.5 };
/** People of the storybook world. */
export const STORYBOOK: Figures = {
  tall: 1.9,
  heads: 3,
  // Medians of 500 drawn scenes.
  covers: {
    girl: 0.69,
    boy: 0.59,
    woman: 0.59,
    'old man': 0.6,
    dog: 0.56,
    cat: 0.44,
    fox: 0.42,
    owl: 0.67,
    book: 0.85,
    lantern: 0.83,
    suitcase: 0.81,
    bicycle: 0.44,
    boat: 0.44,
    balloon: 0.43,
    kite: 0.39,
    umbrella: 0.34,
  },
};
