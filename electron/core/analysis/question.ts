import type { JudgeDescription, Question } from '@models/judge/index.js';
import { type Asked, contrastsOf } from '@shared/examination/index.js';
import type { SlipQuestion } from '@shared/slips.js';

/**
 * A claim as it is put to a judge: with its natural opposites, which are asked on the same picture where the judge does
 * not plainly say yes. What is negated has none: its yes is the doubtful answer.
 */
export function questionOf(
  claim: (Asked & { readonly id: string; readonly negated?: boolean }) | SlipQuestion,
  { thresholds }: Pick<JudgeDescription, 'thresholds'>,
): Question {
  const { id, kind, text } = claim;
  // Of the two both are always asked: a plain yes says little.
  if ('opposite' in claim) return { id, kind, text, contrasts: [claim.opposite], contrastBelow: 1 };
  const { negated = false } = claim;
  const contrasts = negated ? [] : contrastsOf(claim);
  if (contrasts.length === 0) return { id, kind, text };
  return { id, kind, text, contrasts, contrastBelow: thresholds[kind].pass };
}
