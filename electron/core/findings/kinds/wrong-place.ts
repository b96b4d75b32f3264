import { bringForward } from '@core/edits/index.js';
import { byCertainty, claimFinding } from '../claim-finding.js';
import { notLike } from '../sentences.js';

export const wrongPlace = claimFinding({
  kind: 'wrong-place',
  answers: ({ kind }) => kind === 'place',
  severity: (found) => byCertainty(found, 'high'),
  message({ claim }) {
    const { relation, text, negated } = claim;
    if (relation === null) return notLike(claim);
    return negated ? `This seems to be ${text}, but should not.` : `This does not seem to be ${text}.`;
  },
  edits: bringForward,
});
