/** What is known of one shot or take: at a glance of every one, in full of those that the window looks at. */
import type { TakeAnalysis } from '@shared/analysis.js';
import type { TakeSummary } from '@shared/overview.js';
import { byShot, type Claim } from '@shared/records/index.js';
import { useDocument } from './document.js';

/** null while nothing is known of the take. */
export const useSummary = (takeId: string | undefined): TakeSummary | null =>
  useDocument((mirror) => mirror.overview.summaries[takeId ?? ''] ?? null);

/** null while nothing is known of the take, or not in full yet. */
export const useAnalysis = (takeId: string | undefined): TakeAnalysis | null =>
  useDocument((mirror) => mirror.analyses[takeId ?? ''] ?? null);

const NONE: readonly Claim[] = [];

/** What is asked of the shot's pictures; none while that is not known yet. */
export const useClaims = (shotId: string): readonly Claim[] =>
  useDocument((mirror) => byShot(mirror.records.claim).get(shotId) ?? NONE);
