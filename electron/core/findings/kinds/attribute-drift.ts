import { restate } from '@core/edits/index.js';
import { claimFinding } from '../claim-finding.js';
import { calledIn, lastSeenIn, notLooking } from '../sentences.js';
import { isState } from './wrong-state.js';

/** Somebody or something does not look as the canon says. */
export const attributeDrift = claimFinding({
  kind: 'attribute-drift',
  answers: ({ kind }, fact) => kind === 'attribute' && fact !== null && !isState(fact),
  saysLastSeen: true,
  severity: () => 'high',
  message: ({ claim, fact, elsewhere, lastSeen }) =>
    `${notLooking(claim, elsewhere, fact && calledIn(fact))}${lastSeenIn(lastSeen)}`,
  edits: restate,
});
