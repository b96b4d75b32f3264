import { bringForward } from '@core/edits/index.js';
import { byCertainty, claimFinding } from '../claim-finding.js';
import { notLike } from '../sentences.js';

export const wrongTime = claimFinding({
  kind: 'wrong-time',
  answers: ({ kind }) => kind === 'time',
  severity: (found) => byCertainty(found, 'high'),
  message: ({ claim }) => notLike(claim),
  edits: bringForward,
});
