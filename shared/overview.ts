/** What is known of every shot at a glance: enough for the strip, signs, filters and sorting. */
import { z } from 'zod';
import { colour, evidence, type Finding, finding, scores, suggested, takeState } from './analysis.js';
import { scoresChange, withScores } from './analysis-change.js';
import { copied, madeFrom } from './records/index.js';

/** One take at a glance. */
export const takeSummary = z.object({
  state: takeState,
  /** For `failed` and `unreadable`: what happened and what to do, for the artist. */
  error: z.string().nullable(),
  /** To the hundredth, as they are shown, so that what nobody can see changes nothing. */
  scores,
  /** What was found in it is known: it is the pick of its shot. */
  found: z.boolean(),
  /** The judge could not decide on some claim. */
  unsure: z.boolean(),
  /** Share of the claims that the judge said anything of, to the hundredth; 0 = of none. */
  judged: z.number().min(0).max(1),
  palette: z.array(colour),
});

export const overview = z.object({
  /** By take. */
  summaries: z.record(z.string(), takeSummary),
  /** By shot, most pressing first; a shot without any has no entry. */
  findings: z.record(z.string(), z.array(finding)),
  /** By shot; one without an entry has none yet, or nothing was found that one would answer. */
  suggestions: z.record(z.string(), suggested),
});

/** What changed of a finding, and of what shows it; nothing = it stays as it is. */
const findingChange = z.strictObject({
  key: z.string(),
  changed: finding.partial().extend({ evidence: evidence.partial().optional() }),
});
export type FindingChange = z.infer<typeof findingChange>;

/** What changed of a take at a glance; all of one that is new. */
const summaryChange = takeSummary.partial().extend(scoresChange);
export type SummaryChange = z.infer<typeof summaryChange>;

export const overviewChange = z.object({
  /** By take: all of it, or of one that was there before what changed of it; null = the take is gone. */
  summaries: z.record(z.string(), summaryChange.nullable()),
  /** By shot, all of its findings; of one that was there before only what changed of it. */
  findings: z.record(z.string(), z.array(z.union([finding, findingChange]))),
  /** By shot; null = the entry is gone. */
  suggestions: z.record(z.string(), suggested.nullable()),
});

export type TakeSummary = z.infer<typeof takeSummary>;
export type Overview = z.infer<typeof overview>;
export type OverviewChange = z.infer<typeof overviewChange>;

export const EMPTY_OVERVIEW: Overview = { summaries: {}, findings: {}, suggestions: {} };

/** `before` with changes made to it, one after the other; what none of them names stays the same object. */
export function withOverviewChanges(before: Overview, changes: readonly OverviewChange[]): Overview {
  const [summaries, findings, suggestions] = [
    new Changed(before.summaries),
    new Changed(before.findings),
    new Changed(before.suggestions),
  ];
  for (const change of changes) {
    for (const [takeId, fields] of Object.entries(change.summaries)) {
      // The first time all fields are sent.
      const known = summaries.get(takeId);
      const summary = fields && ({ ...known, ...withScores(known?.scores, fields) } as TakeSummary);
      summaries.set(takeId, summary);
    }
    for (const [shotId, named] of Object.entries(change.findings)) {
      const list = findingsFrom(findings.get(shotId), named);
      findings.set(shotId, list.length > 0 ? list : null);
    }
    for (const [shotId, suggestion] of Object.entries(change.suggestions))
      suggestions.set(shotId, suggestion);
  }
  return { summaries: summaries.table, findings: findings.table, suggestions: suggestions.table };
}

/** A table in which some entries are others: to copy one of ten thousand for each would take milliseconds. */
class Changed<T> {
  readonly #before: Readonly<Record<string, T>>;
  readonly #entries = new Map<string, T | null>();

  constructor(before: Readonly<Record<string, T>>) {
    this.#before = before;
  }

  get(id: string): T | undefined {
    return this.#entries.has(id) ? (this.#entries.get(id) ?? undefined) : this.#before[id];
  }

  /** null = it is taken out. */
  set(id: string, value: T | null): void {
    this.#entries.set(id, value);
  }

  /** The same where nothing was set. */
  get table(): Record<string, T> {
    return withEntries(this.#before, Object.fromEntries(this.#entries));
  }
}

function findingsFrom(
  before: readonly Finding[] | undefined,
  named: OverviewChange['findings'][string],
): Finding[] {
  const known = new Map(before?.map((one) => [one.key, one]));
  return named.flatMap((one): Finding[] => {
    if (!('changed' in one)) return [one];
    const found = known.get(one.key);
    if (!found) return [];
    return [Object.keys(one.changed).length > 0 ? withFindingChange(found, one.changed) : found];
  });
}

function withFindingChange(
  found: Finding,
  { evidence: shown, ...changed }: FindingChange['changed'],
): Finding {
  return { ...found, ...changed, evidence: shown ? { ...found.evidence, ...shown } : found.evidence };
}

/** `before` with entries set, or taken out where they are null; the same object when there are none. */
export function withEntries<T>(
  before: Readonly<Record<string, T>>,
  entries: Readonly<Record<string, T | null>>,
): Record<string, T> {
  const changes = Object.entries(entries);
  if (changes.length === 0) return before;
  const after = copied(before);
  for (const [key, value] of changes) {
    if (value === null) delete after[key];
    else after[key] = value;
  }
  return madeFrom(
    after,
    before,
    changes.map(([key]) => key),
  );
}
