/** The findings of one frame, worst first. */
import type { Finding } from '@shared/analysis.js';
import { bySeverity } from '@shared/severity.js';
import type { BoardAnswers } from './board-answers.js';
import type { Frame } from './frame.js';
import { FINDING_KINDS } from './kinds/index.js';

/**
 * Everything that is wrong with one frame, most pressing first and then in the order in which it was asked.
 * Pure: what it knows of the storyboard is what it asks `board`. None is marked as dismissed.
 */
export function findingsOfFrame(frame: Frame, board: BoardAnswers): Finding[] {
  const asked = new Map(frame.verdicts.map(({ claimId }, index) => [claimId, index]));
  const askedAt = ({ claimIds }: Finding): number => asked.get(claimIds[0] ?? '') ?? asked.size;
  return Object.values(FINDING_KINDS)
    .flatMap((row) => row.detect(frame, board))
    .sort((a, b) => bySeverity(a, b) || askedAt(a) - askedAt(b));
}
