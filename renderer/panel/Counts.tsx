import type { Count } from '@shared/analysis.js';
import { Fragment } from 'react';
import { useAnalysis, useDocument, useShownTake } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';
import './counts.css';

const isOther = ({ seen, asked }: Count): boolean => asked !== null && seen !== asked;

/** What is seen in the take on the screen, and how many were asked for. Shows the boxes at a click. */
export function Counts() {
  const takeId = useShownTake()?.id;
  const { counts = [] } = useAnalysis(takeId) ?? {};
  const isCorrected = useDocument(({ records }) => records.correction[takeId ?? ''] !== undefined);
  if (counts.length === 0) return null;
  return (
    <ActionButton action="boxes" className="quiet counts" testId="counts">
      <span className="faint">{isCorrected ? 'Seen, corrected by hand:' : 'Seen:'}</span>
      {counts.map((count, at) => (
        <Fragment key={`${count.noun} ${count.claimId}`}>
          {at > 0 && <span className="faint">·</span>}
          {isOther(count) ? (
            <span className="counts-other">
              <span aria-hidden>▲ </span>
              {count.text}, {count.wanted} asked for
              {count.untested && <span className="faint"> (untested)</span>}
            </span>
          ) : (
            <span>{count.text}</span>
          )}
        </Fragment>
      ))}
    </ActionButton>
  );
}
