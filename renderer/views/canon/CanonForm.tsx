import { type ReactNode, useRef, useState } from 'react';
import { DraftMark, type Words } from '../../drafts/index.js';

interface Props {
  readonly label: string;
  /** What is typed in it: it stays until it is sent or discarded. */
  readonly words: readonly Words[];
  /** Of the button that sends it. */
  readonly send: string;
  /** What is wrong, in a sentence; else whether it was taken. */
  readonly onSend: () => Promise<string | boolean>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** Around the fields of what is said of the story’s world: sent, left, and what was wrong with it. */
export function CanonForm({ label, words, send, onSend, onDone, children }: Props) {
  const [wrong, setWrong] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const isSending = useRef(false);
  const submit = async () => {
    if (isSending.current) return;
    isSending.current = true;
    const sent = await onSend().finally(() => {
      isSending.current = false;
    });
    if (typeof sent === 'string') return setWrong(sent);
    if (!sent) return;
    for (const field of words) field.settle(field.text);
    // Left meanwhile, it may be open anew.
    if (form.current) onDone();
  };
  const discard = () => {
    for (const field of words) field.discard();
  };
  return (
    <form
      ref={form}
      className="canon-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      {children}
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="claim-buttons">
        {words.some(({ isDraft }) => isDraft) && <DraftMark onDiscard={discard} />}
        <button type="button" className="quiet" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" className="button strong">
          {send}
        </button>
      </div>
    </form>
  );
}
