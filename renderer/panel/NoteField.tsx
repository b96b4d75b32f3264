import { LONGEST_NOTE } from '@shared/records/index.js';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../drafts/index.js';
import type { WordsFor } from '../stores/index.js';

interface Props {
  readonly id: string;
  readonly shotId: string;
  readonly what: WordsFor;
  /** What stands there without what is typed. */
  readonly sent: string;
  readonly label: string;
  readonly placeholder: string;
  readonly verb: string;
  readonly autoFocus?: boolean;
  /** True when the host took it. */
  readonly onSend: (text: string) => Promise<boolean>;
  readonly onEnd?: () => void;
  /** Beside its button. */
  readonly children?: ReactNode;
}

/** Words of a note: sent with its button or with Ctrl+Enter; until then kept as they are typed. */
export function NoteField(props: Props) {
  const { id, shotId, what, sent, label, placeholder, verb, autoFocus, onSend, onEnd, children } = props;
  const { text, isDraft, write, settle } = useWords(shotId, what, sent);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  const submit = async () => {
    const words = text.trim();
    if (words === '' || !isDraft) return onEnd?.();
    if (await onSend(words)) {
      settle(text);
      onEnd?.();
    }
  };
  return (
    <form
      className="note-field"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <textarea
        id={id}
        ref={field}
        className="field"
        aria-label={label}
        rows={text.includes('\n') || text.length > 60 ? 3 : 1}
        maxLength={LONGEST_NOTE}
        placeholder={placeholder}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void submit();
          }
        }}
      />
      {(isDraft || autoFocus || children) && (
        <div className="note-field-row">
          <button type="submit" className="button" disabled={!isDraft || text.trim() === ''}>
            {verb}
          </button>
          {children}
        </div>
      )}
    </form>
  );
}
