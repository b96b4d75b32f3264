import { CircleOff } from 'lucide-react';
import { inPlay, type ShotView } from '../board/index.js';
import { ActionButton } from '../ui/index.js';
import './out-of-date.css';

/** What it means that the shot is left out, and what takes it in again. */
export function OutOfPlay({ view }: { readonly view: ShotView }) {
  if (inPlay(view)) return null;
  return (
    <section aria-label="Out of play" className="outdated" data-testid="out-of-play">
      <p>
        <CircleOff size={15} aria-hidden />
        Left out of play: it is not in the story, its figures or its exports. What was decided on it stays.
      </p>
      <ActionButton action="omit" showKey testId="take-in-again">
        Take in again
      </ActionButton>
    </section>
  );
}
