import { forbid, sayNumber } from '@core/edits/index.js';
import { claimFinding, failuresOf } from '../claim-finding.js';
import { missingCharacter } from './missing-character.js';

/** A count claim about people in general: "one person", "no people". */
const PEOPLE_COUNT = /^(?:no|\w+) (?:people|person)$/;

/** Another number of people than the description has. */
export const extraCharacter = claimFinding({
  kind: 'extra-character',
  answers: ({ kind, text }) => kind === 'count' && PEOPLE_COUNT.test(text),
  // Somebody is missing, so the number is wrong as well: one cause, one finding.
  silent: (frame) => [...failuresOf(frame)].some(({ claim }) => missingCharacter.answers?.(claim, null)),
  severity: () => 'medium',
  message: ({ claim }) =>
    claim.text === 'no people'
      ? 'Somebody is in this frame; the description has no people.'
      : `The description has ${claim.text}; this frame shows another number, most likely more.`,
  edits: (finding, claim, context) =>
    claim.text === 'no people'
      ? forbid(finding, 'people', context.reading.saying('people', true), context)
      : sayNumber(finding, claim, context),
});
