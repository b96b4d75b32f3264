import type { Outcome, TakeAnalysis, Verdict } from '@shared/analysis.js';
import { probability } from '../ui/index.js';

export const verdictsById = (analysis: TakeAnalysis | null): ReadonlyMap<string, Verdict> =>
  new Map((analysis?.verdicts ?? []).map((verdict) => [verdict.claimId, verdict]));

const WORDS: Record<Outcome, string> = {
  pass: 'kept',
  unsure: 'unsure',
  fail: 'not kept',
  skipped: 'skipped',
  'not-judged': 'not judged',
};

/** 'not kept'; for several claims of the same words that of the worst. */
export const outcomeWord = (outcome: Outcome | null | undefined): string =>
  outcome ? WORDS[outcome] : 'not judged yet';

/** 'not kept, p 0.04' or why it was not judged. */
export function verdictText(verdict: Verdict | undefined, muted = false): string {
  if (muted) return 'muted';
  if (!verdict) return 'not judged yet';
  const word = WORDS[verdict.outcome];
  if (verdict.p === null) return verdict.reason ? `${word}: ${verdict.reason}` : word;
  return `${word}, ${probability(verdict.p)}`;
}
