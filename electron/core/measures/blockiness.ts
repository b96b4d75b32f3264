import type { Steps } from './steps-along.js';

/**
 * How much steps pile up on one phase of an 8-pixel grid, as block compression leaves them: 0 without a
 * grid, around 0.3 and more where blocks can be seen. Any phase counts, so that a cropped picture is caught.
 */
export const blockinessOf = (across: Steps, down: Steps): number =>
  Math.max(0, (excess(across.phases) + excess(down.phases)) / 2);

/** The strongest phase against the median of the others; `0.15` keeps exactly flat pictures at 0. */
function excess(means: Float64Array): number {
  const sorted = [...means].sort((a, b) => a - b);
  const top = sorted[7] ?? 0;
  const middle = ((sorted[3] ?? 0) + (sorted[2] ?? 0)) / 2;
  return (top - middle) / (middle + 0.15);
}
