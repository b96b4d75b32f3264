import type { Finding, Suggested } from '@shared/analysis.js';
import { scoresChangeOf } from '@shared/analysis-change.js';
import type { DerivedChange } from '@shared/derived-change.js';
import type {
  FindingChange,
  Overview,
  OverviewChange,
  SummaryChange,
  TakeSummary,
} from '@shared/overview.js';
import { sameValue } from '@shared/records/index.js';
import { summaryOf } from './shown.js';

/** What windows have been told of every shot at a glance. */
export class ToldOverview {
  readonly #summaries = new Map<string, TakeSummary>();
  readonly #findings = new Map<string, Finding[]>();
  readonly #suggestions = new Map<string, Suggested>();

  /** All of it, for a window that has been told nothing. */
  get whole(): Overview {
    return {
      summaries: Object.fromEntries(this.#summaries),
      findings: Object.fromEntries(this.#findings),
      suggestions: Object.fromEntries(this.#suggestions),
    };
  }

  /** Of what changed, that which a window can see: told from now on. */
  tell({ analyses, findings, suggestions }: DerivedChange): OverviewChange {
    return {
      summaries: told(this.#summaries, analyses, summaryOf, summaryChangeOf),
      findings: this.#tellFindings(findings),
      suggestions: told(
        this.#suggestions,
        suggestions,
        (suggestion) => suggestion,
        (_, after) => after,
      ),
    };
  }

  #tellFindings(change: DerivedChange['findings']): OverviewChange['findings'] {
    const news: OverviewChange['findings'] = {};
    for (const [shotId, findings] of Object.entries(change)) {
      const before = this.#findings.get(shotId) ?? [];
      if (sameValue(before, findings)) continue;
      const known = new Map(before.map((finding) => [finding.key, finding]));
      news[shotId] = findings.map((finding) => {
        const told = known.get(finding.key);
        return told ? { key: finding.key, changed: changedOf(told, finding) } : finding;
      });
      if (findings.length > 0) this.#findings.set(shotId, findings);
      else this.#findings.delete(shotId);
    }
    return news;
  }
}

function summaryChangeOf(before: TakeSummary, after: TakeSummary): SummaryChange {
  const { scores, ...changed } = changedFields(before, after);
  const scored = scores && scoresChangeOf(before.scores, scores);
  return { ...changed, ...(scored ? { scored } : scores && { scores }) };
}

/** With each other shot the numbers of its evidence shift, and hardly ever the frames that it names. */
function changedOf(before: Finding, after: Finding): FindingChange['changed'] {
  const { evidence, ...changed } = changedFields(before, after);
  return evidence ? { ...changed, evidence: changedFields(before.evidence, evidence) } : changed;
}

/** Without lists on the way: while an analysis runs it may be asked of all findings of a board in one go. */
function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const changed: Partial<T> = {};
  for (const field of Object.keys(after) as (keyof T)[])
    if (!sameValue(before[field], after[field])) changed[field] = after[field];
  return changed;
}

/** `since`: what is told of one that was told before. */
function told<T, U, V>(
  kept: Map<string, U>,
  change: Readonly<Record<string, T | null>>,
  seen: (value: T) => U,
  since: (before: U, after: U) => V,
): Record<string, U | V | null> {
  const news: Record<string, U | V | null> = {};
  for (const [id, value] of Object.entries(change)) {
    const now = value === null ? null : seen(value);
    const before = kept.get(id);
    if (sameValue(now, before ?? null)) continue;
    news[id] = now !== null && before !== undefined ? since(before, now) : now;
    if (now === null) kept.delete(id);
    else kept.set(id, now);
  }
  return news;
}
