import { PencilLine } from 'lucide-react';
import './draft-mark.css';

/** Marks words that were typed here and not sent, and discards them when asked. */
export function DraftMark({ onDiscard }: { onDiscard: () => void }) {
  return (
    <span className="draft-mark" data-testid="draft">
      <PencilLine size={12} aria-hidden />
      Draft
      <button
        type="button"
        className="link"
        // The field keeps the focus: some save what is typed when they lose it.
        onPointerDown={(event) => event.preventDefault()}
        onClick={onDiscard}
      >
        Discard
      </button>
    </span>
  );
}
