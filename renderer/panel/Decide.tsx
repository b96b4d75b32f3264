import { Popover } from 'radix-ui';
import { useRef } from 'react';
import { CONTEXT, decide, hasPicture, wouldRegenerate } from '../actions/index.js';
import type { ShotView } from '../board/index.js';
import { DraftMark, useWords } from '../drafts/index.js';
import { useSession, useSettings } from '../stores/index.js';
import { ActionButton, Float, useAppState } from '../ui/index.js';
import './decide.css';

const REASONS = [
  'The wrong character',
  'The wrong place or time',
  'The wrong framing',
  'Out of style',
  'Broken details',
  'Not needed',
];

function RejectPopover({ shotId }: { shotId: string }) {
  const open = useSession((session) => session.rejecting);
  const other = useWords(shotId, 'reject', '');
  const before = useRef<Element | null>(null);
  const reject = async (reason: string) => {
    if ((await decide(CONTEXT, { type: 'reject', shotId, reason })) && reason === other.text.trim())
      other.settle(other.text);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const quick = REASONS[Number(event.key) - 1];
    if (event.target instanceof HTMLInputElement || !quick) return;
    event.preventDefault();
    void reject(quick);
  };
  return (
    <Popover.Root open={open} onOpenChange={(to) => useSession.setState({ rejecting: to })}>
      <Popover.Anchor asChild>
        <span className="decide-slot" data-draft={other.isDraft || undefined}>
          <ActionButton action="reject" showKey testId="reject">
            Reject
          </ActionButton>
        </span>
      </Popover.Anchor>
      <Float
        label="Why it is rejected"
        className="reasons"
        side="top"
        align="end"
        onKeyDown={onKeyDown}
        onOpenAutoFocus={() => {
          before.current = document.activeElement;
        }}
        onCloseAutoFocus={(event) => {
          // It is no trigger's: the focus goes back to where X was pressed.
          event.preventDefault();
          if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
        }}
      >
        <button type="button" className="reason" onClick={() => void reject('')}>
          Reject without a reason <kbd className="key">Enter</kbd>
        </button>
        {REASONS.map((reason, i) => (
          <button key={reason} type="button" className="reason" onClick={() => void reject(reason)}>
            {reason} <kbd className="key">{i + 1}</kbd>
          </button>
        ))}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void reject(other.text.trim());
          }}
        >
          <input
            className="field"
            aria-label="Another reason"
            placeholder="Another reason"
            value={other.text}
            maxLength={500}
            onChange={(event) => other.write(event.target.value)}
          />
          {other.isDraft && <DraftMark onDiscard={other.discard} />}
        </form>
      </Float>
    </Popover.Root>
  );
}

/** What approving does now, in one line. */
function consequence(view: ShotView, orders: boolean, generator: string): string {
  if (view.request?.state === 'running') return 'A new take is being made.';
  if (view.request) return 'A new take is ordered.';
  if (view.rounds >= view.limit && view.suggestion)
    return `All ${view.limit} rounds are used. Approve a take, or raise the limit.`;
  if (!orders && !view.pick) return 'There is no picture to approve.';
  if (!orders && !hasPicture(view))
    return 'There is no picture to approve. Edit the prompt, or choose a new seed, to order another.';
  if (!orders)
    return view.shot.status === 'approved' ? 'This frame is approved.' : 'Approve takes the frame as it is.';
  if (generator === 'none') return 'Approve keeps the new prompt for the feedback; no generator is chosen.';
  return `Orders one picture from ${generator}, round ${view.rounds + 1} of ${view.limit}.`;
}

export function Decide({ view }: { view: ShotView }) {
  const chosen = useSettings((settings) => settings.generator);
  const generators = useSession((session) => session.info)?.generators ?? [];
  const name = generators.find((one) => one.id === chosen)?.name ?? chosen;
  const orders = useAppState(wouldRegenerate);
  const words = consequence(view, orders, chosen === 'none' ? 'none' : name);
  return (
    <section className="decide" aria-label="Decision">
      <p className="faint numbers" title={words}>
        {words}
      </p>
      <div className="decide-row">
        <ActionButton action="approve" className="button yes" showKey testId="approve">
          {orders ? 'Approve prompt' : 'Approve frame'}
        </ActionButton>
        {orders && (
          <ActionButton action="approve-as-is" testId="approve-as-is">
            Keep frame
          </ActionButton>
        )}
      </div>
      <div className="decide-row">
        <ActionButton action="edit-prompt" showKey testId="edit">
          Edit
        </ActionButton>
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
