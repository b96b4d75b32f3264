/** What a kind of finding is made of. */

import type { EditContext } from '@core/edits/index.js';
import type { Edit, Evidence, Finding, FindingKind } from '@shared/analysis.js';
import type { Claim, Fact } from '@shared/records/index.js';
import type { Severity } from '@shared/severity.js';
import type { BoardAnswers } from './board-answers.js';
import type { Frame } from './frame.js';

/** One row of the table of kinds. */
export interface FindingRow<K extends FindingKind = FindingKind> {
  readonly kind: K;
  /** What of this kind is wrong with one frame. Pure; knows of the storyboard only what `board` answers. */
  detect(frame: Frame, board: BoardAnswers): Finding[];
  /** The smallest changes of the prompt that may mend it; empty where words cannot. */
  edits(finding: Finding, context: EditContext): Edit[];
  /** For kinds that rest on verdicts: whether a failed claim is theirs. */
  readonly answers?: (claim: Claim, fact: Fact | null) => boolean;
}

/** What is found, before it is put into words. */
export interface Found {
  /** Makes the finding's key with its kind and shot; dismissals hold on to it. '' where a shot has but one. */
  readonly about: string;
  readonly claimIds: readonly string[];
  readonly factId: string | null;
  readonly evidence: Evidence;
}

/** A kind in its parts: what is found, how pressing it is, and how that is said. */
export interface FindingParts<K extends FindingKind, F extends Found>
  extends Pick<FindingRow<K>, 'kind' | 'edits' | 'answers'> {
  find(frame: Frame, board: BoardAnswers): F[];
  severity(found: F): Severity;
  /** One sentence for the artist. */
  message(found: F): string;
}

export function findingKind<K extends FindingKind, F extends Found>(
  parts: FindingParts<K, F>,
): FindingRow<K> {
  const { kind, edits, answers } = parts;
  return {
    kind,
    edits,
    ...(answers && { answers }),
    detect: (frame, board) =>
      parts.find(frame, board).map((found) => ({
        key: [kind, frame.shot.id, ...(found.about === '' ? [] : [found.about])].join(':'),
        kind,
        severity: parts.severity(found),
        shotId: frame.shot.id,
        takeId: frame.take.id,
        message: parts.message(found),
        claimIds: [...found.claimIds],
        factId: found.factId,
        evidence: found.evidence,
        dismissed: false,
      })),
  };
}
