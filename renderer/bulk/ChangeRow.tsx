import type { ReactNode } from 'react';
import { awaitingSuggestion, commandFor, proposalOf, type ShotView } from '../board/index.js';
import { OrderedBeside } from '../panel/OrderedBeside.js';
import { OrderedPrompt } from '../panel/OrderedPrompt.js';
import { PromptDiff } from '../panel/PromptDiff.js';
import { useSession } from '../stores/index.js';
import { Picture, SignMark, StateMark, score } from '../ui/index.js';
import './bulk.css';

/** What approving a shot would do to it: its new words, or nothing. */
function Change({ view }: { view: ShotView }) {
  const drafts = useSession((session) => session.drafts);
  const command = commandFor(view, { type: 'approve' }, drafts);
  if (command === null) return <p className="faint">Nothing to approve.</p>;
  if (command.type === 'approve-again' && view.again)
    return <OrderedPrompt view={view} request={view.again} brief />;
  if (command.type === 'order-first-picture')
    return (
      <>
        <p className="faint">Its first picture:</p>
        <PromptDiff before={view.shot} after={view.shot} brief />
      </>
    );
  const proposal = view.pick && proposalOf(view, drafts[view.pick.id]);
  if (awaitingSuggestion([view], drafts).length > 0)
    return <p className="faint">Looking for a suggestion…</p>;
  if (command.type !== 'approve-suggestion' || !proposal) return <p className="faint">As it is.</p>;
  return (
    <>
      <OrderedBeside instruction={proposal.instruction} references={proposal.references} />
      <PromptDiff before={proposal.before} after={proposal} brief />
      {proposal.seed === 'new' && <p className="faint">With a new seed.</p>}
    </>
  );
}

interface Props {
  readonly view: ShotView;
  /** Shows it in the viewer. */
  readonly onShow?: () => void;
  /** Before the picture, and after the shot's name. */
  readonly lead?: ReactNode;
  readonly end?: ReactNode;
}

/** One shot of several that are decided together: what was found, and what would change. */
export function ChangeRow({ view, onShow, lead, end }: Props) {
  const name = `Shot ${view.shot.number}`;
  const picture = <Picture take={view.pick} width={160} alt="" />;
  const [finding, ...others] = view.findings;
  return (
    <div className="change-row" data-testid={`change-${view.shot.number}`}>
      {lead}
      {onShow ? (
        <button type="button" className="change-thumb" aria-label={`Show ${name}`} onClick={onShow}>
          {picture}
        </button>
      ) : (
        <span className="change-thumb">{picture}</span>
      )}
      <div className="change-words">
        <p className="change-head numbers">
          <b>{name}</b>
          <SignMark sign={view.sign} />
          <span>{score(view.score)}</span>
          {view.state !== 'pending' && <StateMark view={view} />}
          {end}
        </p>
        {finding && (
          <p className="faint">
            {finding.message}
            {others.length > 0 && ` And ${others.length} more.`}
          </p>
        )}
        <Change view={view} />
      </div>
    </div>
  );
}
