/** What is known of every shot at a glance: enough for the strip, signs, filters and sorting. */
import { z } from 'zod';
import { colour, type Finding, finding, scores, suggestion, takeState } from './analysis.js';

/** One take at a glance. */
export const takeSummary = z.object({
  state: takeState,
  /** For `failed`: what happened, for the artist. */
  error: z.string().nullable(),
  /** To the hundredth, as they are shown, so that what nobody can see changes nothing. */
  scores,
  /** The judge could not decide on some claim. */
  unsure: z.boolean(),
  palette: z.array(colour),
});

export const overview = z.object({
  /** By take. */
  summaries: z.record(z.string(), takeSummary),
  /** By shot, most pressing first; a shot without any has no entry. */
  findings: z.record(z.string(), z.array(finding)),
  /** By shot. */
  suggestions: z.record(z.string(), suggestion),
});

export const overviewChange = z.object({
  /** By take; null = the take is gone. */
  summaries: z.record(z.string(), takeSummary.nullable()),
  /** By shot, all of its findings; one that has not changed by its key alone. */
  findings: z.record(z.string(), z.array(z.union([z.string(), finding]))),
  /** By shot; null = nothing is suggested any more. */
  suggestions: z.record(z.string(), suggestion.nullable()),
});

export type TakeSummary = z.infer<typeof takeSummary>;
export type Overview = z.infer<typeof overview>;
export type OverviewChange = z.infer<typeof overviewChange>;

export const EMPTY_OVERVIEW: Overview = { summaries: {}, findings: {}, suggestions: {} };

/** `before` with a change made to it; what the change does not name stays the same object. */
export function withOverviewChange(before: Overview, change: OverviewChange): Overview {
  const findings = Object.entries(change.findings).map(([shotId, named]) => {
    const known = new Map(before.findings[shotId]?.map((one) => [one.key, one]));
    const list = named.flatMap((one): Finding[] => {
      const found = typeof one === 'string' ? known.get(one) : one;
      return found ? [found] : [];
    });
    return [shotId, list.length > 0 ? list : null] as const;
  });
  return {
    summaries: withEntries(before.summaries, change.summaries),
    findings: withEntries(before.findings, Object.fromEntries(findings)),
    suggestions: withEntries(before.suggestions, change.suggestions),
  };
}

/** `before` with entries set, or taken out where they are null; the same object when there are none. */
export function withEntries<T>(
  before: Readonly<Record<string, T>>,
  entries: Readonly<Record<string, T | null>>,
): Record<string, T> {
  const changes = Object.entries(entries);
  if (changes.length === 0) return before;
  const after: Record<string, T> = { ...before };
  for (const [key, value] of changes) {
    if (value === null) delete after[key];
    else after[key] = value;
  }
  return after;
}
