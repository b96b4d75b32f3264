/** How many of a sorted list are smaller: the index where the value is, or belongs. `of`: by which number it is sorted. */
export function rankIn<T>(sorted: readonly T[], value: number, of: (one: T) => number = Number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(sorted[middle] as T) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
