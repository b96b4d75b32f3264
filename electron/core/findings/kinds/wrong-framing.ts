import { bringForward } from '@core/edits/index.js';
import { claimFinding } from '../claim-finding.js';
import { notLike } from '../sentences.js';

export const wrongFraming = claimFinding({
  kind: 'wrong-framing',
  answers: ({ kind }) => kind === 'framing',
  severity: () => 'medium',
  message: ({ claim }) => notLike(claim),
  edits: bringForward,
});
