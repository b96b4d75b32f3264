import { restate } from '@core/edits/index.js';
import type { Fact } from '@shared/records/index.js';
import { claimFinding } from '../claim-finding.js';
import { lastSeenIn, notLooking } from '../sentences.js';
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

/** "Mira" by her name, else "the girl", "the lamp". */
const calledIn = ({ subject, name }: Fact): string | null =>
  name === ''
    ? null
    : (subject === 'character' && /^\p{Lu}/u.test(name)) || name.startsWith('the ')
      ? name
      : `the ${name}`;
