import type { Answer } from '@models/judge/index.js';
import { shareOf } from '@shared/contrasted.js';

/** P(yes) beside its opposite's where that was asked, 0–1; null where the judge declined. */
export const answeredP = (answer: Pick<Answer, 'p' | 'contrast'> | undefined): number | null => {
  const p = answer?.p ?? null;
  return p === null || answer?.contrast === undefined ? p : shareOf(p, answer.contrast);
};
