/** What changed of everything derived, enough to bring an earlier state up to date. */
import type { Derived, Finding, Suggested, TakeAnalysis } from './analysis.js';
import { type OverviewChange, withEntries } from './overview.js';
import { bySeverity, type Severity } from './severity.js';

export interface DerivedChange {
  /** By take; null = the take is gone. */
  readonly analyses: Readonly<Record<string, TakeAnalysis | null>>;
  /** By shot: all its findings as they are now, most pressing first; none = []. */
  readonly findings: Readonly<Record<string, Finding[]>>;
  /** By shot; null = it is not known any more, or there is nothing to suggest for. */
  readonly suggestions: Readonly<Record<string, Suggested | null>>;
}

/** Most pressing first, then in story order; what is alike in both stays in its order. `positions` by shot. */
export function inFindingOrder<F extends { readonly severity: Severity; readonly shotId: string }>(
  findings: readonly F[],
  positions: ReadonlyMap<string, number>,
): F[] {
  return [...findings].sort(
    (a, b) => bySeverity(a, b) || (positions.get(a.shotId) ?? 0) - (positions.get(b.shotId) ?? 0),
  );
}

export const isEmptyChange = (change: DerivedChange | OverviewChange): boolean =>
  Object.values(change).every((part) => Object.keys(part).length === 0);

/** `derived` with a change made; what did not change keeps its identity. `positions` by shot. */
export function withDerivedChange(
  derived: Derived,
  change: DerivedChange,
  positions: ReadonlyMap<string, number>,
): Derived {
  const kept = derived.findings.filter(({ shotId }) => !Object.hasOwn(change.findings, shotId));
  return {
    analyses: withEntries(derived.analyses, change.analyses),
    findings: inFindingOrder([...kept, ...Object.values(change.findings).flat()], positions),
    suggestions: withEntries(derived.suggestions, change.suggestions),
  };
}
