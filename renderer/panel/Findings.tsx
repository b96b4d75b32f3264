import type { Finding } from '@shared/analysis.js';
import type { Sought } from '@shared/contract/index.js';
import { hasPlace } from '@shared/records/index.js';
import { ChevronRight } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { CONTEXT, selectShot } from '../actions/index.js';
import type { ShotView } from '../board/index.js';
import { DraftMark, useWords } from '../drafts/index.js';
import { send } from '../link/index.js';
import { useBoardView, useDocument, useSession } from '../stores/index.js';
import { amount, count, Float, SignMark } from '../ui/index.js';
import { Crop } from './Crop.js';
import { CUT_MARGIN, regionOf, useCut } from './use-cut.js';
import './findings.css';

type Item = Finding['evidence']['items'][number];

/** This frame last, where it was seen last or what it is held against before it; three at most. */
const pairOf = (finding: Finding): readonly Item[] =>
  [...finding.evidence.items]
    .sort((a, b) => Number(a.takeId === finding.takeId) - Number(b.takeId === finding.takeId))
    .slice(-3);

interface ItemProps {
  readonly item: Item;
  readonly own: boolean;
  readonly alone: boolean;
  /** The items show different things, so each says what its number is. */
  readonly labelled: boolean;
  /** What the finding is about: the frames are cut to it. */
  readonly sought: Sought | null;
}

function EvidenceItem({ item, own, alone, labelled, sought }: ItemProps) {
  const board = useBoardView();
  const cut = useCut(item.takeId, item.region ? null : sought);
  const take = useDocument((mirror) => mirror.records.take[item.takeId] ?? null);
  const number = board.byId.get(item.shotId)?.shot.number ?? '?';
  const name = own ? 'this one' : `shot ${number}`;
  const words = [
    item.ago === undefined ? name : `last in ${name}`,
    labelled && item.label !== name && item.label,
    item.ago === undefined && item.value !== null && amount(item.value),
    !item.region && sought !== null && cut === 'whole' && 'whole frame',
  ].filter(Boolean);
  const face = (
    <>
      <Crop
        take={take}
        region={item.region ?? regionOf(cut)}
        aspect={alone ? 3.6 : sought ? 1.4 : 1.78}
        margin={item.region ? undefined : CUT_MARGIN}
        alt={name}
      />
      <span className="numbers crop-words">{words.join(' · ')}</span>
    </>
  );
  if (own)
    return (
      <div className="crop-item" title={item.label}>
        {face}
      </div>
    );
  return (
    <button
      type="button"
      className="crop-item"
      title={`${item.label}. Compare side by side`}
      onClick={() => useSession.setState({ view: 'strip', compare: 'side', compareTakeId: item.takeId })}
    >
      {face}
    </button>
  );
}

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
  const board = useBoardView();
  const item = finding.evidence.items.find(({ ago }) => ago !== undefined);
  const shot = board.byId.get(item?.shotId ?? '')?.shot;
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
  const pair = pairOf(finding);
  const labelled = new Set(pair.map(({ label }) => label)).size > 1;
  const [claimId] = finding.claimIds;
  const claim = useDocument(({ records }) => records.claim[claimId ?? '']);
  const sought = claim && hasPlace(claim) && pair.length > 1 ? { claimId: claim.id } : null;
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
      {open && pair.length > 0 && (
        <div className="pair">
          {pair.map((item) => (
            <EvidenceItem
              key={`${item.takeId} ${item.label}`}
              item={item}
              own={item.takeId === finding.takeId}
              alone={pair.length === 1}
              labelled={labelled || pair.length === 1}
              sought={sought}
            />
          ))}
        </div>
      )}
      {open && (
        <div className="finding-detail">
          <details className="section">
            <summary>Numbers</summary>
            <p className="faint numbers selectable">{finding.evidence.detail}</p>
          </details>
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
