import { Hourglass } from 'lucide-react';
import { useDocument, useSession } from '../stores/index.js';
import { Reading } from './Reading.js';

/** Where a storyboard opens without a dialog that says it. */
export function ReadingNotice() {
  const isReading = useDocument((mirror) => mirror.reading !== null);
  const isSaid = useSession(({ dialog }) => dialog === 'open' || dialog === 'match');
  if (!isReading || isSaid) return null;
  return (
    <div className="notice" data-testid="reading-notice">
      <Hourglass size={15} aria-hidden />
      <p>
        <Reading className="numbers" />
      </p>
    </div>
  );
}
