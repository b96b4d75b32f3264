import { useEffect, useState } from 'react';
import { runningJob } from '../actions/index.js';
import { type NotAnalysed, notAnalysed } from '../board/index.js';
import { useBoardView, useDocument } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';

/** Milliseconds: what opens has been looked at before, or is about to be. */
const LASTS = 3000;

/** Pictures that wait for an analysis while none runs; null where there are none, it is but a moment, or nothing is written. */
export function useNotAnalysed(): NotAnalysed | null {
  const { views } = useBoardView();
  const rests = useDocument(
    ({ open, readOnly, jobs }) => open === true && readOnly === null && !runningJob(jobs, 'analysis'),
  );
  const found = notAnalysed(views);
  const waits = rests && found.waiting > 0;
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    setLasts(false);
    if (!waits) return;
    const timer = setTimeout(() => setLasts(true), LASTS);
    return () => clearTimeout(timer);
  }, [waits]);
  return waits && lasts ? found : null;
}

/** Why a board has no signs, scores and findings yet, under every view, and what to do about it. */
export function NotAnalysedLine({ waiting, of }: NotAnalysed) {
  return (
    <p className="not-analysed" data-testid="not-analysed">
      <span className="numbers">
        {waiting === of ? 'Nothing is analysed yet.' : `${waiting} of ${of} pictures are not analysed yet.`}
      </span>
      <ActionButton action="analyse" className="message-action" />
    </p>
  );
}
