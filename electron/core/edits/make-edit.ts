import type { Edit, Finding } from '@shared/analysis.js';

/** What an edit answers: a finding, or a hint. */
export type Answered = Pick<Finding, 'key'>;

/** One edit that answers this; what is not named changes nothing. */
export function makeEdit(
  finding: Answered,
  edit: Pick<Edit, 'kind' | 'reason'> & Partial<Pick<Edit, 'target' | 'remove' | 'insert' | 'at'>>,
): Edit {
  const { kind, reason, target = 'prompt', remove = '', insert = '', at = 'in-place' } = edit;
  return {
    key: `${kind}:${target}:${remove}>${insert}`,
    kind,
    reason,
    findingKeys: [finding.key],
    target,
    remove,
    insert,
    at,
  };
}
