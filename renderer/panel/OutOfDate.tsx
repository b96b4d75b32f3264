import { ClockAlert } from 'lucide-react';
import type { ShotView } from '../board/index.js';
import { ActionButton } from '../ui/index.js';
import './out-of-date.css';

/** The one mark of all that hangs on something that changed: what changed first, and what brings it up to date. */
export function OutOfDate({ view: { outOfDate, again } }: { readonly view: ShotView }) {
  if (outOfDate === null) return null;
  const isOrder = again !== null && again.state !== 'elsewhere';
  return (
    <section aria-label="Out of date" className="outdated" data-testid="out-of-date">
      <p>
        <ClockAlert size={15} aria-hidden />
        {outOfDate}
      </p>
      <span className="outdated-buttons">
        {isOrder && (
          <ActionButton action="approve" testId="approve-as-now">
            Approve again as it is now
          </ActionButton>
        )}
        <ActionButton
          action="bring-up-to-date"
          className={isOrder ? 'quiet' : 'button'}
          testId="bring-up-to-date"
        >
          {isOrder ? 'Take back' : 'Bring up to date'}
        </ActionButton>
      </span>
    </section>
  );
}
