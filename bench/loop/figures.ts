import type { Bar } from '../cost.js';

/** What one part of the benchmark found. */
export interface Figures {
  readonly said: string;
  readonly bars: readonly Bar[];
}
