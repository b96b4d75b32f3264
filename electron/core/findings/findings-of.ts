/** The findings of frames, worst first, with what the artist has dismissed marked. */
import type { Finding, Severity } from '@shared/analysis.js';
import type { Records } from '@shared/records/index.js';
import type { BoardAnswers } from './board-answers.js';
import type { Frame } from './frame.js';
import { FINDING_KINDS } from './kinds/index.js';

const ORDER: readonly Severity[] = ['high', 'medium', 'low'];
const bySeverity = (a: Finding, b: Finding): number => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity);

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

/** `found`: of each frame in story order. Dismissed ones are marked and stay where they are. */
export function mostPressingFirst(
  found: readonly (readonly Finding[])[],
  decisions: Records['decision'],
): Finding[] {
  const dismissed = dismissedKeys(decisions);
  return found
    .flat()
    .map((finding) => ({ ...finding, dismissed: dismissed.has(finding.key) }))
    .sort(bySeverity);
}

const dismissedKeys = (decisions: Records['decision']): ReadonlySet<string> =>
  new Set(
    Object.values(decisions).flatMap(({ kind, findingKey }) =>
      kind === 'dismiss' && findingKey !== null ? [findingKey] : [],
    ),
  );
