import { isPerson } from '@core/claims/index.js';
import { restate } from '@core/edits/index.js';
import { claimFinding } from '../claim-finding.js';
import { notSeen } from '../sentences.js';

export const missingCharacter = claimFinding({
  kind: 'missing-character',
  answers: ({ kind, subject, negated }) =>
    kind === 'entity' && !negated && subject !== null && isPerson(subject),
  severity: () => 'high',
  message: ({ claim }) => notSeen(claim),
  edits: restate,
});
