import type { DerivedChange } from '@shared/derived-change.js';
import type { Overview, OverviewChange } from '@shared/overview.js';
import { sameValue } from '@shared/records/index.js';
import { summaryOf } from './shown.js';

/** Of what changed, that which a window that was told `told` can see. */
export function overviewChangeOf(told: Overview, change: DerivedChange): OverviewChange {
  return {
    summaries: changed(told.summaries, change.analyses, summaryOf),
    findings: changedFindings(told.findings, change.findings),
    suggestions: changed(told.suggestions, change.suggestions, (suggestion) => suggestion),
  };
}

function changed<T, U>(
  told: Readonly<Record<string, U>>,
  change: Readonly<Record<string, T | null>>,
  seen: (value: T) => U,
): Record<string, U | null> {
  const news: Record<string, U | null> = {};
  for (const [id, value] of Object.entries(change)) {
    const now = value === null ? null : seen(value);
    if (!sameValue(now, told[id] ?? null)) news[id] = now;
  }
  return news;
}

function changedFindings(
  told: Overview['findings'],
  change: DerivedChange['findings'],
): OverviewChange['findings'] {
  const news: OverviewChange['findings'] = {};
  for (const [shotId, findings] of Object.entries(change)) {
    const before = told[shotId] ?? [];
    if (sameValue(before, findings)) continue;
    const known = new Map(before.map((finding) => [finding.key, finding]));
    news[shotId] = findings.map((finding) =>
      sameValue(finding, known.get(finding.key)) ? finding.key : finding,
    );
  }
  return news;
}
