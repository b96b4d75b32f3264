import { restate } from '@core/edits/index.js';
import { claimFinding } from '../claim-finding.js';

/** Somebody or something does not look as the canon says. */
export const attributeDrift = claimFinding({
  kind: 'attribute-drift',
  answers: ({ kind }, fact) => kind === 'attribute' && fact !== null,
  severity: () => 'high',
  message({ claim, fact, elsewhere: { shots, holds } }) {
    const who = fact?.name ? `${fact.name}: the` : 'The';
    const where =
      shots > 0 ? ` It holds in ${holds} of ${shots + 1} shots, not in this one.` : ' It does not hold here.';
    return `${who} canon says “${claim.text}”.${where}`;
  },
  edits: restate,
});
