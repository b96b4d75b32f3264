/**
 * Moves the values of `values[0…count)` until the one of rank `rank` (0 is the least) stands at its place, those
 * before it being no larger and those behind it no smaller, and gives it back (Hoare's FIND, 1961). `rank` < `count`.
 */
export function select(values: Float32Array, count: number, rank: number): number {
  let left = 0;
  let right = count - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1] ?? 0;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++;
      while ((values[j] ?? 0) > pivot) j--;
      if (i <= j) {
        const low = values[i] ?? 0;
        values[i++] = values[j] ?? 0;
        values[j--] = low;
      }
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return values[rank] ?? 0;
}

/** `quantile` of values in any order, which it moves about; 0 for none. */
export function quantileIn(values: Float32Array, share: number): number {
  if (values.length === 0) return 0;
  const at = share * (values.length - 1);
  const low = Math.floor(at);
  const a = select(values, values.length, low);
  let b = values[low + 1] ?? a;
  for (let i = low + 2; i < values.length; i++) b = Math.min(b, values[i] ?? b);
  return a + (b - a) * (at - low);
}
