import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Key } from '../ui/index.js';

const STORED = 'continuist-hints';

const HINTS: readonly ReactNode[] = [
  <>
    Arrow keys go from shot to shot, <Key action="previous-flagged" /> and <Key action="next-flagged" /> to
    the flagged ones.
  </>,
  <>Point at a finding or an underlined word: the picture shows where it is.</>,
  <>
    <Key action="approve" /> approves the prompt. Nothing is made before; <Key action="undo" /> undoes it.
  </>,
];

function firstHint(): number {
  try {
    return Number(localStorage.getItem(STORED) ?? 0);
  } catch {
    return 0;
  }
}

interface Shown {
  readonly at: number;
  readonly go: (to: number) => void;
}

/** Three hints at most, one at a time, never again once closed; null when all are. */
export function useHint(): Shown | null {
  const [at, setAt] = useState(firstHint);
  const go = (to: number) => {
    setAt(to);
    try {
      localStorage.setItem(STORED, String(to));
    } catch {
      // Without storage they come again next time.
    }
  };
  return at < HINTS.length ? { at, go } : null;
}

export function Hint({ hint: { at, go } }: { hint: Shown }) {
  return (
    <aside className="hint" aria-label="Hint">
      <span className="numbers faint">
        {at + 1}/{HINTS.length}
      </span>
      <p>{HINTS[at]}</p>
      <button type="button" className="quiet" onClick={() => go(at + 1)}>
        {at + 1 < HINTS.length ? 'Next' : 'Got it'}
      </button>
      <button
        type="button"
        className="quiet square"
        aria-label="Close all hints"
        onClick={() => go(HINTS.length)}
      >
        <X size={15} aria-hidden />
      </button>
    </aside>
  );
}
