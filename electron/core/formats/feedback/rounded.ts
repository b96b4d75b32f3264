/** Decimals of every number that is written: past them two runs on one machine may differ, and nobody reads on. */
const DECIMALS = 4;

const SCALE = 10 ** DECIMALS;

/** The same value with every number in it rounded. Adding zero makes 0 of -0, which JSON does not know. */
export function rounded<T>(value: T): T {
  if (typeof value === 'number') return (Math.round(value * SCALE) / SCALE + 0) as T;
  if (Array.isArray(value)) return value.map(rounded) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)])) as T;
}
