import { CircleCheck, MessageSquareText, TriangleAlert, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect } from 'react';
import { runAction } from '../actions/index.js';
import { closeMessage, type Told, useDocument, useSession } from '../stores/index.js';
import { Float } from '../ui/index.js';
import { Hint, useHint } from './Hint.js';
import { NotAnalysedLine, useNotAnalysed } from './NotAnalysed.js';
import './messages.css';

/** How long good news stays, in milliseconds; what went wrong stays until it is closed. */
const STAYS = 6000;

const Sign = ({ kind }: Pick<Told, 'kind'>) =>
  kind === 'done' ? <CircleCheck size={15} aria-hidden /> : <TriangleAlert size={15} aria-hidden />;

/** What was said last and is not closed; pressed, in full with what was said before. */
function Message({ told: { id, kind, message, hint, action } }: { told: Told }) {
  useEffect(() => {
    if (kind !== 'done') return;
    const timer = setTimeout(() => closeMessage(id), STAYS);
    return () => clearTimeout(timer);
  }, [id, kind]);
  return (
    <div
      className={`message message-${kind}`}
      role={kind === 'error' ? 'alert' : undefined}
      data-testid="message"
    >
      <Popover.Trigger className="message-text">
        <Sign kind={kind} />
        <span>
          <strong>{message}</strong> {hint}
        </span>
      </Popover.Trigger>
      {action !== null && (
        <button
          type="button"
          className="message-action"
          onClick={() => {
            closeMessage(id);
            runAction(action);
          }}
        >
          Try again
        </button>
      )}
      <button type="button" className="quiet square" aria-label="Close" onClick={() => closeMessage(id)}>
        <X size={15} aria-hidden />
      </button>
    </div>
  );
}

const clock = (at: number): string => new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' });

function List({ messages }: { messages: readonly Told[] }) {
  return (
    <Float label="Messages" side="top" align="start" className="message-list">
      <h3>Messages</h3>
      <ol>
        {messages.toReversed().map(({ id, kind, message, hint, at }) => (
          <li key={id} className={`selectable message-${kind}`}>
            <Sign kind={kind} />
            <div>
              <strong>{message}</strong>
              {hint && <p className="faint">{hint}</p>}
            </div>
            <time className="faint numbers">{clock(at)}</time>
          </li>
        ))}
      </ol>
    </Float>
  );
}

/** One line of the window is kept for words: messages, hints, and that all is saved. They never lie over anything. */
export function MessageLine() {
  const messages = useSession((session) => session.messages);
  const isOpen = useDocument((mirror) => mirror.open === true);
  const readOnly = useDocument((mirror) => mirror.readOnly !== null);
  const waits = useNotAnalysed();
  const shownHint = useHint();
  // Of a board, and of one that says something.
  const hint = isOpen && waits === null ? shownHint : null;
  const told = messages.findLast(({ open }) => open);
  const saved = readOnly ? 'Read-only: nothing is written here.' : 'Everything decided is saved.';
  return (
    <Popover.Root>
      {/* Said to be live, so that an open dialog does not hide it from who hears the window; what comes into it says so itself. */}
      <section className="message-line" aria-label="Messages" aria-live="off">
        {/* Always there, so that what comes into it is read out; an error is read out by itself, at once. */}
        <div className="message-told" role="status">
          {told && told.kind !== 'error' && <Message key={told.id} told={told} />}
        </div>
        {told?.kind === 'error' && <Message key={told.id} told={told} />}
        {!told && hint && <Hint hint={hint} />}
        {!told && waits && <NotAnalysedLine {...waits} />}
        {!told && !hint && !waits && <span className="faint message-idle">{isOpen && saved}</span>}
        {!told && messages.length > 0 && (
          <Popover.Trigger className="quiet square" aria-label="All messages">
            <MessageSquareText size={14} aria-hidden />
          </Popover.Trigger>
        )}
      </section>
      <List messages={messages} />
    </Popover.Root>
  );
}
