import { useEffect, useId, useRef } from 'react';

interface Props {
  readonly question: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once, in place. The focus goes to the answer that was meant, and afterwards back to where it was. */
export function Confirm({ question, yes, onYes, onNo }: Props) {
  const words = useId();
  const asked = useRef<HTMLFieldSetElement>(null);
  const meant = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    meant.current?.focus();
    // The focus brings the answer into view; the question may be longer than it.
    asked.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <fieldset
      className="confirm"
      aria-labelledby={words}
      data-own-escape
      ref={asked}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <span id={words} className="selectable">
        {question}
      </span>
      <button type="button" className="button" onClick={onNo}>
        Cancel
      </button>
      <button
        type="button"
        className="button yes"
        data-testid="confirm"
        aria-describedby={words}
        ref={meant}
        onClick={onYes}
      >
        {yes}
      </button>
    </fieldset>
  );
}
