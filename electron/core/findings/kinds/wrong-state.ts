/** A thing is in a state that it cannot be in: in the picture, or already in the words of its shot. */
import { contradicts, stateOf } from '@core/canon/index.js';
import { headOf } from '@core/claims/index.js';
import { restate } from '@core/edits/index.js';
import type { Claim, Fact } from '@shared/records/index.js';
import type { BoardAnswers } from '../board-answers.js';
import { claimFinding } from '../claim-finding.js';
import type { FindingRow } from '../finding-kind.js';
import type { Frame } from '../frame.js';

/** What became of a thing at some shot; what it looks like from the beginning is no state. */
export const isState = ({ subject, firstShotId }: Fact): boolean =>
  subject === 'prop' && firstShotId !== null;

/** Ways to speak of what is not there. */
const ABSENT = /^(?:missing|stolen|lost|gone|absent|vanished)$/;

const seen = claimFinding({
  kind: 'wrong-state',
  answers: (_claim, fact) => fact !== null && isState(fact),
  severity: () => 'high',
  message({ claim, fact, since }) {
    const what = `The ${fact?.name ?? claim.subject}`;
    const from = since === null ? '' : ` since shot ${since}`;
    if (claim.negated) return `${what} can be seen here, but it is gone${from}.`;
    return `${what} is not ${claim.attribute ?? 'as it should be'} here, but it is${from}.`;
  },
  edits: restate,
});

const SAID = 'said ';

export const wrongState: FindingRow<'wrong-state'> = {
  ...seen,
  // Where words stand against the canon, no edit of the prompt says which of them is right.
  edits: (finding, context) =>
    finding.key.startsWith(`wrong-state:${finding.shotId}:${SAID}`) ? [] : seen.edits(finding, context),
  detect(frame, board) {
    const said = saidOtherwise(frame, board);
    const facts = new Set(said.map(({ factId }) => factId));
    // Where the words contradict, so does one of the two answers: one cause, one finding.
    return [...said, ...seen.detect(frame, board).filter(({ factId }) => !facts.has(factId))];
  },
};

/** The description puts a thing into another state than the canon says it is in. */
function saidOtherwise(frame: Frame, board: BoardAnswers): ReturnType<typeof seen.detect> {
  const { shot, take, claims } = frame;
  return claims.flatMap((canon) => {
    const fact = canon.factId === null || canon.muted ? null : board.fact(canon.factId);
    if (!fact || !isState(fact) || fact.firstShotId === shot.id) return [];
    const words = claims.find((claim) => isOtherwise(claim, fact));
    if (!words) return [];
    const since = fact.firstShotId && board.numberOf(fact.firstShotId);
    const gone = stateOf(fact.statement).negated;
    const state = gone ? 'gone' : (stateOf(fact.statement).attribute ?? fact.statement);
    return [
      {
        key: `wrong-state:${shot.id}:${SAID}${fact.statement}`,
        kind: 'wrong-state' as const,
        severity: 'high' as const,
        shotId: shot.id,
        takeId: take.id,
        message: `The description has “${words.text}”, but the ${fact.name} is ${state}${since === null ? '' : ` since shot ${since}`}.`,
        claimIds: [words.id, canon.id],
        factId: fact.id,
        evidence: {
          items: [{ shotId: shot.id, takeId: take.id, label: `“${words.text}”`, value: null, region: null }],
          detail: `The canon has “${fact.statement}”${since === null ? '' : ` from shot ${since} on`}. Where it changes here, say so on the canon’s sheet.`,
        },
        dismissed: false,
      },
    ];
  });
}

function isOtherwise(
  { source, negated, muted, subject, attribute, relation, object, kind }: Claim,
  fact: Fact,
): boolean {
  if (source !== 'description' || negated || muted || subject === null) return false;
  const state = stateOf(fact.statement);
  const thing = headOf(fact.name);
  // "holding the crown", "in a crown"
  const isSomebodys = ['relation', 'action', 'attribute'].includes(kind) && headOf(object ?? '') === thing;
  if (headOf(subject) !== thing) return state.negated && isSomebodys;
  if (attribute !== null && ABSENT.test(attribute)) return false;
  // What is gone may be spoken of, and whose it is; only where it is said to be somewhere, or to be like something, it is
  // there again.
  if (state.negated)
    return (kind === 'relation' && relation !== 'of') || (kind === 'attribute' && attribute !== null);
  return contradicts(state, {
    noun: subject,
    negated,
    attribute,
    object: kind === 'attribute' ? object : null,
    value: null,
  });
}
