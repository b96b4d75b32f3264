/** The middle of the values, of an even number the mean of the two in the middle; NaN of none. */
export const median = (values: readonly number[]): number =>
  medianOfSorted([...values].sort((a, b) => a - b));

/** The same of values that are sorted already. */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
