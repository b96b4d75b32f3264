import { bringForward } from '@core/edits/index.js';
import { byCertainty, claimFinding } from '../claim-finding.js';

export const wrongPlace = claimFinding({
  kind: 'wrong-place',
  answers: ({ kind }) => kind === 'place',
  severity: (found) => byCertainty(found, 'high'),
  message: ({ claim }) => `This is not “${claim.text}”.`,
  edits: bringForward,
});
