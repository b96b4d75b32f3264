import { restate } from '@core/edits/index.js';
import type { Fact } from '@shared/records/index.js';
import { claimFinding } from '../claim-finding.js';
import { notLooking } from '../sentences.js';

/** Somebody or something does not look as the canon says. */
export const attributeDrift = claimFinding({
  kind: 'attribute-drift',
  answers: ({ kind }, fact) => kind === 'attribute' && fact !== null,
  severity: () => 'high',
  message: ({ claim, fact, elsewhere }) => notLooking(claim, elsewhere, fact && calledIn(fact)),
  edits: restate,
});

/** A character has a name, a prop is "the lamp". */
const calledIn = ({ subject, name }: Fact): string | null =>
  name === '' ? null : subject === 'character' ? name : `the ${name}`;
