/** Probabilities as log-odds, where what disturbs them adds up. */

/** A p of 0 or 1 is no infinite evidence: it is taken as at least `least` from both. */
export const logitWithin =
  (least: number) =>
  (p: number): number => {
    const inside = Math.min(1 - least, Math.max(least, p));
    return Math.log(inside / (1 - inside));
  };

/** ±12 at most. */
export const logit = logitWithin(6e-6);

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Of a normal distribution the median distance from the middle is this share of a standard deviation. */
export const OF_DEVIATION = 0.6745;
