import { answerKey, type Judgement } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';

/** Questions whose answers are not known yet: each text once, muted claims not at all. */
export function unanswered<Q extends Pick<Claim, 'kind' | 'text'> & Partial<Pick<Claim, 'muted'>>>(
  claims: readonly Q[],
  known: Judgement | null,
): Q[] {
  const asked = new Set<string>();
  return claims.filter((claim) => {
    const key = answerKey(claim);
    if (claim.muted || asked.has(key) || known?.answers[key]) return false;
    asked.add(key);
    return true;
  });
}

/** Whether the whole description is still to be asked in one question. */
export const lacksWhole = (description: string, known: Judgement | null): boolean =>
  description !== '' && known?.whole[description] === undefined;
