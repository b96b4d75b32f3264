import type { Levels } from './levels.js';

/** Levels to both sides that a level is held against. */
const AROUND = 6;
/** Pure black and pure white stand alone on many a picture. */
const DARKEST = 4;
const LIGHTEST = 251;
/** Share of the values between them that is needed before they say anything. */
const LEAST_SHARE = 0.04;
/** What a level has more than so many times as its neighbours' mean stands alone. */
const ALONE = 2;

/**
 * Share of the values, 0–1, on levels that hardly any lie beside, black and white aside, in the channel where it is
 * least: near 0 on most pictures, near 1 on one that was kept with a few tones.
 */
export function loneLevels(levels: Levels): number {
  let least = 1;
  for (const counts of levels) {
    const count = counts.reduce((sum, here) => sum + here, 0);
    let within = 0;
    let alone = 0;
    for (let level = DARKEST; level <= LIGHTEST; level++) {
      const from = Math.max(0, level - AROUND);
      const to = Math.min(255, level + AROUND);
      const own = counts[level] ?? 0;
      let around = -own;
      for (let other = from; other <= to; other++) around += counts[other] ?? 0;
      alone += Math.max(0, own - (ALONE * around) / (to - from));
      within += own;
    }
    least = Math.min(least, within > LEAST_SHARE * count ? alone / within : 0);
  }
  return least;
}
