import { sameValue } from '@shared/records/index.js';
import { changesTold } from '@shared/source-change/index.js';
import { FileDiff, FileWarning } from 'lucide-react';
import { useMemo } from 'react';
import { notNow, takeInSource } from './source-changes.js';
import { useDocument, useSession } from './stores/index.js';

/** What changed where the storyboard was opened from, and what is done about it; or why that cannot be read. */
export function SourceNotice() {
  const source = useDocument((mirror) => mirror.source);
  const putOff = useSession((session) => session.sourcePutOff);
  const isPutOff = useMemo(() => sameValue(source, putOff), [source, putOff]);
  const { changes, problem } = source;
  if (isPutOff || (changes.length === 0 && problem === null)) return null;
  if (problem !== null)
    return (
      <div className="notice" data-testid="source-notice">
        <FileWarning size={15} aria-hidden />
        <p className="selectable">{problem}</p>
        <button type="button" className="notice-button" onClick={notNow}>
          OK
        </button>
      </div>
    );
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
