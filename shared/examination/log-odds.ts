/** Probabilities as log-odds, where what disturbs them adds up. */

/** ±12 at most: a p of 0 or 1 is no infinite evidence. */
export const logit = (p: number): number => {
  const inside = Math.min(1 - 6e-6, Math.max(6e-6, p));
  return Math.log(inside / (1 - inside));
};

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Of a normal distribution the median distance from the middle is this share of a standard deviation. */
export const OF_DEVIATION = 0.6745;
