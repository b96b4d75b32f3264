import { forbid, sayNumber } from '@core/edits/index.js';
import { claimFinding, failuresOf } from '../claim-finding.js';
import { otherNumber } from '../sentences.js';
import { missingCharacter } from './missing-character.js';

/** Another number of people than the description has. */
export const extraCharacter = claimFinding({
  kind: 'extra-character',
  answers: ({ kind, subject }) => kind === 'count' && subject === 'person',
  // Somebody is missing, so the number is wrong as well: one cause, one finding.
  silent: (frame) => [...failuresOf(frame)].some(({ claim }) => missingCharacter.answers?.(claim, null)),
  severity: () => 'medium',
  message({ claim: { value, text }, count }) {
    if (count) return otherNumber(count);
    if (value === '0') return 'Somebody can be seen here. The description has nobody.';
    if (value === '1') return 'There seems to be more than one person here. The description has only one.';
    return `There should be ${text} here, but there seem to be more or fewer.`;
  },
  edits: (finding, claim, context) =>
    claim.value === '0' ? forbid(finding, 'people', null, context) : sayNumber(finding, claim, context),
});
