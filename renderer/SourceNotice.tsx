import { changesTold } from '@shared/source-change/index.js';
import { FileDiff } from 'lucide-react';
import { useEffect } from 'react';
import { lookAtSource, notNow, takeInSource } from './source-changes.js';
import { useDocument, useSession } from './stores/index.js';

/** What changed where the storyboard was opened from, and what is done about it. */
export function SourceNotice() {
  const reviewKey = useDocument((mirror) => mirror.reviewKey);
  const changes = useSession((session) => session.sourceChanges);
  useEffect(() => void lookAtSource(reviewKey), [reviewKey]);
  if (changes.length === 0) return null;
  return (
    <div className="notice" data-testid="source-notice">
      <FileDiff size={15} aria-hidden />
      <p>The source changed: {changesTold(changes)}.</p>
      <button
        type="button"
        className="notice-button"
        onClick={() => useSession.setState({ dialog: 'source' })}
      >
        Look
      </button>
      <button type="button" className="notice-button" onClick={() => void takeInSource()}>
        Take in
      </button>
      <button type="button" className="notice-button" onClick={notNow}>
        Not now
      </button>
    </div>
  );
}
