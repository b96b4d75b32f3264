import { useId } from 'react';

interface Props {
  readonly question: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once, in place. The focus goes to the answer that was meant. */
export function Confirm({ question, yes, onYes, onNo }: Props) {
  const words = useId();
  return (
    <fieldset
      className="confirm"
      aria-labelledby={words}
      data-own-escape
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
        ref={(button) => button?.focus()}
        onClick={onYes}
      >
        {yes}
      </button>
    </fieldset>
  );
}
