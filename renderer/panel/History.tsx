import { isOfferKey } from '@shared/canon-offer.js';
import type { Decision, DecisionKind } from '@shared/records/index.js';
import { decisionsOf, type ShotView } from '../board/index.js';
import { useDocument } from '../stores/index.js';
import { count, moment } from '../ui/index.js';

const WORDS: Record<DecisionKind, string> = {
  approve: 'Approved',
  edit: 'Approved, edited',
  reject: 'Rejected',
  hold: 'Put on hold',
  'needs-changes': 'Needs changes',
  reset: 'Back to pending',
  dismiss: 'Finding dismissed',
};

const wordOf = ({ kind, findingKey }: Decision): string =>
  isOfferKey(findingKey ?? '') ? 'Not kept as a fact' : WORDS[kind];

/** Who decided what, when and why; newest first. */
export function History({ view }: { view: ShotView }) {
  const decision = useDocument((mirror) => mirror.records.decision);
  const decisions = decisionsOf({ decision }, view.shot.id);
  if (decisions.length === 0) return null;
  return (
    <details className="section">
      <summary>History · {count(decisions.length, 'decision')}</summary>
      <ol className="history">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <b>{wordOf(decision)}</b>
            <span className="faint numbers">
              {[decision.who, moment(decision.at)].filter(Boolean).join(' · ')}
            </span>
            {decision.reason && <p className="selectable">{decision.reason}</p>}
            {decision.prompt && <p className="faint selectable history-prompt">{decision.prompt}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
