/** What changed of everything derived, enough to bring an earlier state up to date: what crosses to the window. */
import { z } from 'zod';
import { type Derived, finding, type Severity, suggestion, takeAnalysis } from './analysis.js';
import { groupBy } from './group-by.js';
import { sameValue } from './records/index.js';

export const derivedChange = z.object({
  /** By take; null = the take is gone. */
  analyses: z.record(z.string(), takeAnalysis.nullable()),
  /** By shot: all its findings as they are now, most pressing first; none = []. */
  findings: z.record(z.string(), z.array(finding)),
  /** By shot; null = nothing is suggested any more. */
  suggestions: z.record(z.string(), suggestion.nullable()),
});

export type DerivedChange = z.infer<typeof derivedChange>;

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

/** Most pressing first, then in story order; what is alike in both stays in its order. `positions` by shot. */
export function inFindingOrder<F extends { readonly severity: Severity; readonly shotId: string }>(
  findings: readonly F[],
  positions: ReadonlyMap<string, number>,
): F[] {
  return [...findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (positions.get(a.shotId) ?? 0) - (positions.get(b.shotId) ?? 0),
  );
}

export const isEmptyChange = ({ analyses, findings, suggestions }: DerivedChange): boolean =>
  [analyses, findings, suggestions].every((part) => Object.keys(part).length === 0);

/** The change that leads from `before` to `after`. */
export function derivedChangeBetween(before: Derived, after: Derived): DerivedChange {
  const findings = (derived: Derived) =>
    Object.fromEntries(groupBy(derived.findings, ({ shotId }) => shotId));
  return {
    analyses: changed(before.analyses, after.analyses, null),
    findings: changed(findings(before), findings(after), []),
    suggestions: changed(before.suggestions, after.suggestions, null),
  };
}

/** `derived` with a change made; what did not change keeps its identity. `positions` by shot. */
export function withDerivedChange(
  derived: Derived,
  change: DerivedChange,
  positions: ReadonlyMap<string, number>,
): Derived {
  const kept = derived.findings.filter(({ shotId }) => !Object.hasOwn(change.findings, shotId));
  return {
    analyses: applied(derived.analyses, change.analyses),
    findings: inFindingOrder([...kept, ...Object.values(change.findings).flat()], positions),
    suggestions: applied(derived.suggestions, change.suggestions),
  };
}

function changed<T, G>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  gone: G,
): Record<string, T | G> {
  const result: Record<string, T | G> = {};
  for (const [key, value] of Object.entries(after)) if (!sameValue(value, before[key])) result[key] = value;
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) result[key] = gone;
  return result;
}

function applied<T>(
  before: Readonly<Record<string, T>>,
  change: Readonly<Record<string, T | null>>,
): Record<string, T> {
  const entries = Object.entries({ ...before, ...change });
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => entry[1] !== null));
}
