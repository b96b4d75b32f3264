/** Turns a median absolute deviation into a standard deviation for normal data. */
const NORMAL = 1.4826;

export interface Centre {
  readonly median: number;
  /** Standard deviation by the median absolute deviation. */
  readonly scale: number;
}

export function centreOf(values: ArrayLike<number>): Centre {
  const copy = new Float64Array(values);
  const median = takeMedian(copy);
  for (let i = 0; i < copy.length; i++) copy[i] = Math.abs((copy[i] as number) - median);
  return { median, scale: NORMAL * takeMedian(copy) };
}

/** What `quantile` gives of the sorted values at a half, without sorting them all; leaves them in another order. */
export function takeMedian(values: Float64Array): number {
  const at = 0.5 * (values.length - 1);
  const low = Math.floor(at);
  select(values, low);
  const a = values[low] ?? 0;
  let b = values[low + 1] ?? a;
  for (let i = low + 2; i < values.length; i++) if ((values[i] as number) < b) b = values[i] as number;
  return a + (b - a) * (at - low);
}

/** Moves the value of this rank to its index, smaller ones before and larger ones behind it (Hoare's selection). */
function select(values: Float64Array, rank: number): void {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1] as number;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = swapped;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}

/** Median of a sorted list after one of its values is taken out, without making the shorter list. */
export function medianWithout(sorted: ArrayLike<number>, value: number): number {
  const rest = sorted.length - 1;
  const low = (rest - 1) >> 1;
  const middle = valueWithout(sorted, value, low);
  return rest % 2 === 1 ? middle : (middle + valueWithout(sorted, value, low + 1)) / 2;
}

/** Entries from the removed one upwards move down by one; equal values need no telling apart. */
function valueWithout(sorted: ArrayLike<number>, value: number, rank: number): number {
  const v = sorted[rank] ?? 0;
  return v < value ? v : (sorted[rank + 1] ?? v);
}

/** One value of every row, in their order; 0 where a row is shorter. `column`: where they go. */
export function columnOf(
  rows: readonly ArrayLike<number>[],
  at: number,
  column = new Float64Array(rows.length),
): Float64Array {
  for (let i = 0; i < rows.length; i++) column[i] = (rows[i] as ArrayLike<number>)[at] ?? 0;
  return column;
}
