import type { TakeAnalysis } from '@shared/analysis.js';
import { claimChanges } from './compare.js';

/** What a candidate shows that the take before does not, and the other way round; by the words of the claims. */
export interface Against {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** null while one of them is not judged. What is unsure now is on neither side. */
export function against(before: TakeAnalysis | null, after: TakeAnalysis | null): Against | null {
  if (before?.state !== 'done' || after?.state !== 'done') return null;
  const changes = claimChanges(before, after);
  const now = (is: 'pass' | 'fail') =>
    changes.flatMap(({ before: was, after: now, text }) =>
      was && now?.outcome === is && was.outcome !== is ? [text] : [],
    );
  return { gained: now('pass'), lost: now('fail') };
}
