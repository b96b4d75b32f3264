import {
  addWords,
  bringForward,
  type EditContext,
  keeping,
  NEW,
  raise,
  replace,
  restate,
  sayAtEnd,
  sayNumber,
} from '@core/edits/index.js';
import type { Edit, Finding } from '@shared/analysis.js';
import type { Claim, ClaimKind } from '@shared/records/index.js';
import type { Severity } from '@shared/severity.js';
import { byCertainty, claimFinding, type FailedClaim } from '../claim-finding.js';
import type { FindingRow } from '../finding-kind.js';
import { notDone, notLike, notLooking, notSeen, notShown, otherNumber } from '../sentences.js';

/** Whatever the description asks for and none of these kinds answers for. */
export const claimFailed = (others: readonly FindingRow[]): FindingRow<'claim-failed'> =>
  claimFinding({
    kind: 'claim-failed',
    answers: (claim, fact) => !others.some(({ answers }) => answers?.(claim, fact)),
    severity: severityOf,
    message: ({ claim, count }) => (count ? otherNumber(count) : (SENTENCES[claim.kind] ?? notShown)(claim)),
    edits: (finding, claim, context) => (EDITS[claim.kind] ?? sayAgain)(finding, claim, context),
  });

const SENTENCES: Partial<Readonly<Record<ClaimKind, (claim: Claim) => string>>> = {
  entity: notSeen,
  attribute: (claim) => (claim.value === null ? notLooking(claim, null, null) : notLike(claim)),
  count: ({ text }) => `There do not seem to be ${text} here.`,
  relation: notDone,
  action: notDone,
  weather: notLike,
  text: (claim) =>
    claim.value === null ? notShown(claim) : `The words “${claim.value}” cannot be read here.`,
};

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
  const located = context.reading.saying(claim);
  if (located) return raise(finding, claim, located, context);
  const nearly = context.reading.nearlySaying(claim);
  return keeping(finding, context.reading, [
    () => (nearly === null ? [] : [replace(finding, nearly, claim.text)]),
    () =>
      context.can.weights
        ? addWords(finding, claim, context, 'add-phrase', NEW, 'end')
        : sayAtEnd(finding, claim, context, 'add-phrase'),
  ]);
}
