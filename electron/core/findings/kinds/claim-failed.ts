import {
  bringForward,
  type EditContext,
  makeEdit,
  NEW,
  raise,
  restate,
  sayNumber,
  weigh,
} from '@core/edits/index.js';
import type { Edit, Finding, Severity } from '@shared/analysis.js';
import type { Claim, ClaimKind } from '@shared/records/index.js';
import { capitalised } from '../capitalised.js';
import { byCertainty, claimFinding, type FailedClaim } from '../claim-finding.js';
import type { FindingRow } from '../finding-kind.js';

/** Whatever the description asks for and none of these kinds answers for. */
export const claimFailed = (others: readonly FindingRow[]): FindingRow<'claim-failed'> =>
  claimFinding({
    kind: 'claim-failed',
    answers: (claim, fact) => !others.some(({ answers }) => answers?.(claim, fact)),
    severity: severityOf,
    message: ({ claim }) =>
      claim.negated
        ? `“${claim.text}” should not be in this frame.`
        : `“${capitalised(claim.text)}” does not hold.`,
    edits: (finding, claim, context) => (EDITS[claim.kind] ?? sayAgain)(finding, claim, context),
  });

function severityOf(found: FailedClaim): Severity {
  switch (found.claim.kind) {
    case 'entity':
      return 'high';
    case 'attribute':
      return byCertainty(found, 'high');
    case 'text':
    case 'weather':
      return byCertainty(found, 'medium');
    default:
      return 'medium';
  }
}

type ClaimEdits = (finding: Finding, claim: Claim, context: EditContext) => Edit[];

const EDITS: Partial<Readonly<Record<ClaimKind, ClaimEdits>>> = {
  weather: bringForward,
  entity: restate,
  attribute: restate,
  count: sayNumber,
};

/** What somebody does, where things stand: heavier, or said at the end. */
function sayAgain(finding: Finding, claim: Claim, context: EditContext): Edit[] {
  const located = context.reading.saying(claim.text);
  if (located) return raise(finding, located, context);
  return [
    makeEdit(finding, {
      kind: 'add-phrase',
      reason: `The prompt does not say “${claim.text}”`,
      insert: weigh(context, claim.text, NEW),
      at: 'end',
    }),
  ];
}
