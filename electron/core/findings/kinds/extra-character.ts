import { isPerson } from '@core/claims/index.js';
import { forbid, sayNumber } from '@core/edits/index.js';
import type { Count } from '@shared/analysis.js';
import { claimFinding, failuresOf } from '../claim-finding.js';
import { type FindingRow, type Found, findingKind } from '../finding-kind.js';
import type { Frame } from '../frame.js';
import { otherNumber, UNTESTED } from '../sentences.js';
import { missingCharacter } from './missing-character.js';

const asked = claimFinding({
  kind: 'extra-character',
  answers: ({ kind, subject }) => kind === 'count' && subject === 'person',
  // Somebody is missing, so the number is wrong as well: one cause, one finding.
  silent: (frame) => isMissing(frame),
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

interface Counted extends Found {
  readonly count: Count;
}

/** What an eye counts of which nobody knows how often it is right: a hint, and only where the judge does not say yes. */
const counted = findingKind<'extra-character', Counted>({
  kind: 'extra-character',
  find: (frame) => (isMissing(frame) ? [] : (frame.counts ?? []).flatMap((count) => hintOf(frame, count))),
  severity: () => 'low',
  message: ({ count }) => otherNumber(count),
  edits: asked.edits,
});

const isMissing = (frame: Frame): boolean =>
  [...failuresOf(frame)].some(({ claim }) => missingCharacter.answers?.(claim, null));

function hintOf(frame: Frame, count: Count): Counted[] {
  const { shot, take, claims, verdicts, composed } = frame;
  const claim = claims.find(({ id }) => id === count.claimId);
  const outcome = verdicts.find(({ claimId }) => claimId === count.claimId)?.outcome;
  const isOpen = outcome === 'unsure' || outcome === 'not-judged';
  if (!count.untested || count.seen === count.asked || !claim || !isOpen) return [];
  if (!asked.answers?.(claim, null)) return [];
  const people = (composed?.detections ?? []).filter(({ label }) => isPerson(label));
  const here = { shotId: shot.id, takeId: take.id };
  const nowhere = { ...here, label: claim.text, value: null, region: null };
  const items = people.map(({ label, region, confidence: value }) => ({ ...here, label, value, region }));
  const detail = `${count.seen} seen, ${count.asked} asked for; ${UNTESTED}`;
  return [
    {
      about: claim.text,
      claimIds: [claim.id],
      factId: null,
      evidence: { items: items.length > 0 ? items : [nowhere], detail },
      count,
    },
  ];
}

/** Another number of people than the description has. */
export const extraCharacter: FindingRow<'extra-character'> = {
  ...asked,
  detect: (frame, board) => [...asked.detect(frame, board), ...counted.detect(frame, board)],
};
