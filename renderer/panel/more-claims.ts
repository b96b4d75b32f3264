import type { Outcome } from '@shared/analysis.js';

/** Of claims that the description does not say itself, folded away: "1 more is right", "3 more asked". */
export function moreClaims(outcomes: readonly Outcome[]): string {
  const { length } = outcomes;
  const areRight = outcomes.every((outcome) => outcome === 'pass');
  return `${length} more ${areRight ? (length === 1 ? 'is right' : 'are right') : 'asked'}`;
}
