import type { Finding } from '@shared/analysis.js';
import { ChevronRight } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { CONTEXT, selectShot } from '../actions/index.js';
import type { ShotView } from '../board/index.js';
import { DraftMark, useWords } from '../drafts/index.js';
import { send } from '../link/index.js';
import { useDocument, useSession, useShotView } from '../stores/index.js';
import { count, Float, SignMark } from '../ui/index.js';
import { FindingPicture } from './FindingPicture.js';
import './findings.css';

function Dismiss({ finding: { shotId, key } }: { finding: Finding }) {
  const [open, setOpen] = useState(false);
  const { text, isDraft, write, discard, settle } = useWords(shotId, `dismiss ${key}`, '');
  const dismiss = async () => {
    setOpen(false);
    if (await send({ type: 'dismiss-finding', shotId, key, reason: text.trim() })) settle(text);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="link" data-draft={isDraft || undefined}>
          Dismiss
          {isDraft && <span className="unseen">, draft</span>}
        </button>
      </Popover.Trigger>
      <Float label="Dismiss the finding">
        <form
          className="claim-form"
          onSubmit={(event) => {
            event.preventDefault();
            void dismiss();
          }}
        >
          <label>
            <span className="faint">Why it is fine as it is (goes into the feedback)</span>
            <input
              className="field"
              placeholder="It is meant this way"
              value={text}
              maxLength={500}
              onChange={(event) => write(event.target.value)}
            />
          </label>
          <div className="claim-buttons">
            {isDraft && <DraftMark onDiscard={discard} />}
            <button type="submit" className="button">
              Dismiss
            </button>
          </div>
        </form>
      </Float>
    </Popover.Root>
  );
}

/** Goes to the shot that showed it last. */
function LastSeen({ finding }: { finding: Finding }) {
  const item = finding.evidence.items.find(({ ago }) => ago !== undefined);
  const shot = useShotView(item?.shotId)?.shot;
  if (!item?.ago || !shot) return null;
  return (
    <button
      type="button"
      className="link"
      title={`Shot ${shot.number} showed it last, ${count(item.ago, 'shot')} before this one`}
      onClick={() => selectShot(CONTEXT, shot.id)}
    >
      Go to shot {shot.number}
    </button>
  );
}

interface CardProps {
  readonly finding: Finding;
  readonly writable: boolean;
  /** Unfolded from the start; the others are one line each until they are asked for. */
  readonly first: boolean;
}

function FindingCard({ finding, writable, first }: CardProps) {
  const [open, setOpen] = useState(first);
  const pointed = { kind: 'finding', key: finding.key } as const;
  return (
    <li
      className={`finding ${open ? '' : 'finding-folded'}`}
      data-testid="finding"
      data-kind={finding.kind}
      data-severity={finding.severity}
      onPointerEnter={() => useSession.setState({ hovered: pointed })}
      onPointerLeave={() => useSession.setState({ hovered: null })}
      onFocus={() => useSession.setState({ hovered: pointed })}
      onBlur={() => useSession.setState({ hovered: null })}
    >
      <button
        type="button"
        className="finding-message"
        aria-expanded={open}
        title={open ? undefined : finding.message}
        onClick={() => setOpen(!open)}
      >
        <SignMark sign={finding.severity} />
        <span>{finding.message}</span>
        {!open && <ChevronRight size={14} aria-hidden />}
      </button>
      {open && <FindingPicture finding={finding} />}
      {open && (
        <div className="finding-detail">
          {finding.kind === 'unreadable' ? (
            <p className="faint selectable">{finding.evidence.detail}</p>
          ) : (
            <details className="section">
              <summary>Numbers</summary>
              <p className="faint numbers selectable">{finding.evidence.detail}</p>
            </details>
          )}
          <LastSeen finding={finding} />
          {writable && <Dismiss finding={finding} />}
        </div>
      )}
    </li>
  );
}

export function Findings({ view }: { view: ShotView }) {
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const { findings, dismissed } = view;
  if (findings.length + dismissed.length === 0) return null;
  return (
    <section aria-label="Findings">
      <ul className="findings">
        {findings.map((finding, i) => (
          <FindingCard key={finding.key} finding={finding} writable={writable} first={i === 0} />
        ))}
      </ul>
      {dismissed.length > 0 && (
        <details className="section">
          <summary>{dismissed.length} dismissed</summary>
          <ul className="dismissed">
            {dismissed.map(({ key, message, shotId }) => (
              <li key={key}>
                <span className="selectable">{message}</span>
                {writable && (
                  <button
                    type="button"
                    className="link"
                    onClick={() => void send({ type: 'restore-finding', shotId, key })}
                  >
                    Restore
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
