import { quantile } from './planes.js';

/** Turns a median absolute deviation into a standard deviation for normal data. */
const NORMAL = 1.4826;

export interface Centre {
  readonly median: number;
  /** Standard deviation by the median absolute deviation. */
  readonly scale: number;
}

export function centreOf(values: readonly number[]): Centre {
  const sorted = [...values].sort((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  const deviations = values.map((v) => Math.abs(v - median)).sort((a, b) => a - b);
  return { median, scale: NORMAL * quantile(deviations, 0.5) };
}
