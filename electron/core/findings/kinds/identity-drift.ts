/** Somebody or something is seen who is not the same as in the other shots, whatever the words say of them. */
import { isPerson } from '@core/claims/index.js';
import { BLAMELESS, type EditContext, newSeed, restate } from '@core/edits/index.js';
import { flaggedIn } from '@core/measures/index.js';
import type { Edit, Evidence, Finding } from '@shared/analysis.js';
import { capitalised } from '@shared/capitalised.js';
import { type BoardAnswers, LEAST_OTHERS, type Likewise, type Resemblance } from '../board-answers.js';
import { failuresOf } from '../claim-finding.js';
import { type Found, findingKind } from '../finding-kind.js';
import type { Frame } from '../frame.js';
import { otherShots } from '../other-shots.js';
import { alsoIn, calledIn, lastSeenIn, UNTESTED } from '../sentences.js';

interface Another extends Found {
  readonly resemblance: Resemblance;
}

/** Of the others so many must be alike: of whom the canon names, and of who goes by a noun that may be another's as well. */
const SHARE = { named: 0.5, noun: 0.75 };
/** Faults of the picture that change every crop of it. */
const CHANGING: ReadonlySet<string> = new Set([
  'clippedLow',
  'clippedHigh',
  'colourRange',
  'blur',
  'noise',
  'blockiness',
]);
/** Likeness by which one is so much less like the others that nobody would doubt it. */
const GRAVELY = 0.5;

export const identityDrift = findingKind<'identity-drift', Another>({
  kind: 'identity-drift',
  find(frame, board) {
    if (isChanged(frame, board)) return [];
    return board.resemblances(frame).flatMap((resemblance) => {
      const { who, shots, holds, isOff } = resemblance;
      const share = who.subject === 'noun' ? SHARE.noun : SHARE.named;
      if (!isOff || shots < LEAST_OTHERS || holds < share * shots || isSaid(frame, who.noun)) return [];
      return [
        {
          about: who.key,
          claimIds: [],
          factId: who.factId,
          evidence: evidenceOf(frame, resemblance),
          resemblance,
        },
      ];
    });
  },
  // Of an eye that nobody has tested on pictures whose truth is known, a hint.
  severity: ({ resemblance: { isTested, likeness, usual } }) =>
    isTested ? (usual - likeness >= GRAVELY ? 'high' : 'medium') : 'low',
  message({ resemblance }) {
    const { who, lastSeen } = resemblance;
    const { subject, name, noun } = who;
    const called = (subject === 'noun' ? null : calledIn({ subject, name })) ?? `the ${noun}`;
    const another = isPerson(noun) ? 'somebody else' : 'another one';
    const same = alsoIn(resemblance, (where) => `, but the same in ${where}`);
    return `${capitalised(called)} looks like ${another} here${same}.${lastSeenIn(lastSeen)}`;
  },
  edits: sayWho,
});

/** Another style, or a fault of the whole picture: one cause, one finding. */
const isChanged = (frame: Frame, board: BoardAnswers): boolean =>
  board.style(frame)?.flagged === true || flaggedIn(board.quality(frame)).some((name) => CHANGING.has(name));

/** A claim that does not hold says it better. */
const isSaid = (frame: Frame, noun: string): boolean =>
  [...failuresOf(frame)].some(
    ({ claim: { kind, subject } }) => subject === noun && ['entity', 'attribute', 'count'].includes(kind),
  );

const two = (value: number): string => value.toFixed(2);

function evidenceOf({ shot, take }: Frame, of: Resemblance): Evidence {
  const { likeness, usual, shots, holds, best, lastSeen, isTested, region, who } = of;
  const label = who.name || who.noun;
  const item = (one: Likewise) => ({
    shotId: one.shotId,
    takeId: one.takeId,
    label,
    value: Math.round(1000 * one.p) / 1000,
    region: one.region,
  });
  const untested = isTested ? '' : `; ${UNTESTED}`;
  return {
    items: [
      item({ shotId: shot.id, takeId: take.id, p: likeness, region }),
      ...otherShots(best, lastSeen, item),
    ],
    detail: `likeness ${two(likeness)} to ${shots} other shots, ${two(usual)} among those; ${holds} of them are alike${untested}`,
  };
}

/** The first of their looks that the prompt does not say; where it says all, the words are not at fault. */
function sayWho(finding: Finding, context: EditContext): Edit[] {
  const { facts, claims, reading } = context;
  const own = facts.find(({ id }) => id === finding.factId);
  const looks = new Set(
    facts.flatMap(({ id, subject, name }) => (own?.subject === subject && own.name === name ? [id] : [])),
  );
  const unsaid = [...claims.values()].find(
    (claim) => looks.has(claim.factId ?? '') && !claim.muted && !claim.negated && !reading.saying(claim),
  );
  return unsaid ? restate(finding, unsaid, context) : newSeed(finding, BLAMELESS);
}
