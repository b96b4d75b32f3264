import { useMemo } from 'react';
import { commandsFor, outcomeOf, picturesOf, proposalOf, type ShotView } from '../board/index.js';
import { useChosenGenerator } from '../generators/index.js';
import { partShare } from '../masking/index.js';
import { useDocument, useSession, useSettings } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';
import { consequenceOf, consequenceOfAll } from './consequence.js';
import { RejectPopover } from './RejectPopover.js';
import { SeedsPopover } from './SeedsPopover.js';
import './decide.css';

const READS_ONLY = 'This window only reads: nothing is decided here.';

/** The generator's name; null where none is chosen. */
function useGenerator(): string | null {
  const chosen = useSettings((settings) => settings.generator);
  const generator = useChosenGenerator();
  return generator?.makes === false ? null : (generator?.name ?? chosen);
}

/** The gate, for one shot or for all that are selected. */
export function Decide({ views }: { views: readonly ShotView[] }) {
  const generator = useGenerator();
  const drafts = useSession((session) => session.drafts);
  const candidates = useSettings((settings) => settings.candidates);
  const readsOnly = useDocument((mirror) => mirror.readOnly !== null);
  const isWaiting = useSession((session) => session.approving.length > 0);
  const outcome = useMemo(() => outcomeOf(views, drafts), [views, drafts]);
  const pictures = useMemo(
    () => picturesOf(commandsFor(views, { type: 'approve', candidates }, drafts)),
    [views, candidates, drafts],
  );
  const [view] = views;
  if (!view) return null;
  const isOne = views.length === 1;
  const orders = outcome.orders > 0;
  const proposal = proposalOf(view, drafts[view.pick?.id ?? '']);
  const tried = proposal?.tried ? view.takes.indexOf(proposal.tried) + 1 : 0;
  const part = proposal?.mask ? partShare(proposal.mask, proposal.take) : null;
  const said = isOne
    ? consequenceOf(view, orders, generator, {
        candidates,
        part,
        awaited: outcome.awaited > 0,
        ...(tried > 0 && { tried }),
      })
    : consequenceOfAll(outcome, generator, pictures);
  const words = readsOnly ? READS_ONLY : isWaiting ? 'Looking for a suggestion… Approve waits for it.' : said;
  return (
    <section className="decide" aria-label="Decision">
      <p className="faint numbers" title={words}>
        {words}
      </p>
      <p className="unseen" role="status" data-testid="approving">
        {isWaiting && words}
      </p>
      <div className="decide-row">
        <ActionButton action="approve" className="button yes" showKey testId="approve">
          {isOne
            ? view.again && orders
              ? 'Approve again'
              : orders
                ? 'Approve prompt'
                : outcome.awaited > 0
                  ? 'Approve'
                  : 'Approve frame'
            : `Approve ${outcome.orders + outcome.asTheyAre + outcome.awaited}`}
        </ActionButton>
        <SeedsPopover views={views} />
        {(orders || outcome.awaited > 0) && (
          <ActionButton action="approve-as-is" testId="approve-as-is">
            {isOne ? 'Keep frame' : 'Keep frames'}
          </ActionButton>
        )}
      </div>
      <div className="decide-row">
        {isOne ? (
          <ActionButton action="edit-prompt" showKey testId="edit">
            Edit
          </ActionButton>
        ) : (
          <ActionButton action="reset-status" testId="reset-status">
            Pending
          </ActionButton>
        )}
        <RejectPopover shotId={view.shot.id} />
        <ActionButton action="hold" showKey testId="hold">
          Hold
        </ActionButton>
        <ActionButton action="needs-changes" showKey testId="needs-changes">
          Changes
        </ActionButton>
      </div>
    </section>
  );
}
