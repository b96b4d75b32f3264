import { bringForward } from '@core/edits/index.js';
import { claimFinding } from '../claim-finding.js';

export const wrongFraming = claimFinding({
  kind: 'wrong-framing',
  answers: ({ kind }) => kind === 'framing',
  severity: () => 'medium',
  message: ({ claim }) => `The framing is not “${claim.text}”.`,
  edits: bringForward,
});
