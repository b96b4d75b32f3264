import { LEVEL } from './planes.js';

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

/** Values that are alike but for these bits are counted as one. */
const LAST_BITS = 5;
const ALIKE = new Uint32Array(2 ** (16 - LAST_BITS));
let candidates = new Float32Array(1 << 10);

/**
 * The value of rank `rank` among `values[0…count)`, in any order, which stays: those like it are found by counting, and
 * it among them by selecting. For values that are as good as random, among which nothing else is guessed well.
 */
export function ranked(values: Uint16Array, count: number, rank: number): number {
  ALIKE.fill(0);
  for (let i = 0; i < count; i++) {
    const at = (values[i] ?? 0) >> LAST_BITS;
    ALIKE[at] = (ALIKE[at] ?? 0) + 1;
  }
  let before = 0;
  let like = 0;
  for (let here = ALIKE[0] ?? 0; before + here <= rank; here = ALIKE[++like] ?? 0) before += here;
  if (candidates.length <= count) candidates = new Float32Array(2 * count);
  let found = 0;
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0;
    candidates[found] = value;
    // What is like it differs in no bit but the last ones, and is not written over.
    found += (((value >> LAST_BITS) ^ like) - 1) >>> 31;
  }
  return select(candidates, found, rank - before);
}

/** Of values of a plane. */
const COUNTS = new Uint32Array(255 * LEVEL + 1);

/** Puts values of a plane in order, the least first, by counting them: faster than comparing from a few thousand on. */
export function sortByCounting(values: Int16Array): Int16Array {
  COUNTS.fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    COUNTS[value] = (COUNTS[value] ?? 0) + 1;
  }
  for (let value = 0, from = 0; from < values.length; value++) {
    const to = from + (COUNTS[value] ?? 0);
    values.fill(value, from, to);
    from = to;
  }
  return values;
}
