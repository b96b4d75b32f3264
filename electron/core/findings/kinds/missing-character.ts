import { restate } from '@core/edits/index.js';
import { capitalised } from '../capitalised.js';
import { claimFinding } from '../claim-finding.js';
import { isPerson } from '../people.js';

export const missingCharacter = claimFinding({
  kind: 'missing-character',
  answers: ({ kind, text, negated }) => kind === 'entity' && !negated && isPerson(text),
  severity: () => 'high',
  message: ({ claim }) => `“${capitalised(claim.text)}” is asked for and not seen here.`,
  edits: restate,
});
