import { TAGS } from '@shared/tags.js';
import { Popover } from 'radix-ui';
import { useRef } from 'react';
import { CONTEXT, decide } from '../actions/index.js';
import { DraftMark, useWords } from '../drafts/index.js';
import { useSession } from '../stores/index.js';
import { ActionButton, Float, leaveTakenFocus } from '../ui/index.js';
import './decide.css';

const REASONS = [
  'The wrong character',
  'The wrong place or time',
  'The wrong framing',
  'Out of style',
  'Not needed',
  ...TAGS.map(({ reason }) => reason),
];

/** Why the selected shots are rejected; the words of the first of them are kept until they are sent. */
export function RejectPopover({ shotId }: { shotId: string }) {
  const open = useSession((session) => session.rejecting);
  const other = useWords(shotId, 'reject', '');
  const before = useRef<Element | null>(null);
  const reject = async (reason: string) => {
    if ((await decide(CONTEXT, { type: 'reject', reason })) && reason === other.text.trim())
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
          leaveTakenFocus(event);
          if (event.defaultPrevented) return;
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
