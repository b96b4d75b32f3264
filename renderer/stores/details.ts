/** What is known of one shot or take: at a glance of every one, in full of those that the window looks at. */
import type { TakeAnalysis } from '@shared/analysis.js';
import { summaryOf, type TakeSummary } from '@shared/overview.js';
import type { Claim } from '@shared/records/index.js';
import { useMemo } from 'react';
import { claimsOf } from '../board/index.js';
import { useDocument } from './document.js';

/** null while nothing is known of the take, or not in full. */
export const useAnalysis = (takeId: string | undefined): TakeAnalysis | null =>
  useDocument((mirror) => mirror.derived.analyses[takeId ?? ''] ?? null);

/** null while nothing is known of the take. */
export function useSummary(takeId: string | undefined): TakeSummary | null {
  const analysis = useAnalysis(takeId);
  return useMemo(() => analysis && summaryOf(analysis), [analysis]);
}

/** What is asked of the shot's pictures. */
export function useClaims(shotId: string): readonly Claim[] {
  const records = useDocument((mirror) => mirror.records);
  return claimsOf(records, shotId);
}
