import { MOST_CANDIDATES } from '@shared/records/index.js';
import { Dices } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ShotView } from '../board/index.js';
import { useElsewhereAble } from '../generators/index.js';
import { call } from '../link/index.js';
import { useDocument, useSession, useSettings } from '../stores/index.js';
import { Float, Key, Tip } from '../ui/index.js';
import { useDraft } from './use-draft.js';
import './seeds.css';

const SEVERAL = Array.from({ length: MOST_CANDIDATES - 1 }, (_, n) => n + 2);

/** How many pictures an approval orders is kept for the next ones. */
const setCandidates = (candidates: number) => void call((api) => api.settings.set({ candidates }));

const close = () => useSession.setState({ seeding: false });

/** A digit is as good as a press on it, wherever in the popover the focus is. */
function pressCount(event: React.KeyboardEvent): void {
  if (!/^[1-9]$/.test(event.key)) return;
  event.currentTarget.querySelector<HTMLButtonElement>(`[data-count="${event.key}"]`)?.click();
}

/** The take's own seed, another one, or several at once: what is ordered, beside the button that orders it. */
export function SeedsPopover({ views }: { readonly views: readonly ShotView[] }) {
  const open = useSession((session) => session.seeding);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const [view, ...others] = views;
  if (!view?.pick) return null;
  return (
    <Popover.Root open={open} onOpenChange={(to) => useSession.setState({ seeding: to })}>
      <Tip
        text={
          <>
            Seed, and how many pictures <Key action="seeds" />
          </>
        }
      >
        <Popover.Trigger asChild>
          <button type="button" className="button seeds-open" data-testid="seeds" disabled={!writable}>
            <Dices size={15} aria-hidden />
            {others.length > 0 ? <CountWord /> : <SeedWord view={view} />}
          </button>
        </Popover.Trigger>
      </Tip>
      <Float
        label="Seed, and how many pictures are made"
        className="seeds"
        side="top"
        align="end"
        onKeyDown={pressCount}
      >
        {others.length > 0 ? <SeveralSeeds first="One picture each" /> : <OneShot view={view} />}
      </Float>
    </Popover.Root>
  );
}

function CountWord() {
  const { candidates } = useSettings();
  return (
    <span className="numbers">
      <span className="unseen">Pictures: </span>
      {candidates} each
    </span>
  );
}

function SeedWord({ view }: { readonly view: ShotView }) {
  const { candidates } = useSettings();
  const { proposal } = useDraft(view);
  const word = candidates > 1 ? `${candidates} seeds` : proposal?.seed === 'keep' ? 'Same seed' : 'New seed';
  return <span className="numbers">{word}</span>;
}

function OneShot({ view }: { readonly view: ShotView }) {
  const { candidates } = useSettings();
  const { proposal, change } = useDraft(view);
  if (!proposal) return null;
  const { take, seed, changes } = proposal;
  const choose = (to: 'keep' | 'new') => {
    change({ seed: to });
    setCandidates(1);
    close();
  };
  const isOn = (to: 'keep' | 'new') => candidates === 1 && seed === to;
  return (
    <>
      <button
        type="button"
        className="seeds-choice"
        aria-pressed={isOn('keep')}
        disabled={take.seed === null}
        onClick={() => choose('keep')}
      >
        <b>Keep seed</b>
        <span className="faint numbers">{take.seed ?? 'not known'}</span>
      </button>
      <button type="button" className="seeds-choice" aria-pressed={isOn('new')} onClick={() => choose('new')}>
        <b>New seed</b>
        <span className="faint">another picture of the same words</span>
      </button>
      {/* The same words make another picture only with another seed. */}
      <SeveralSeeds onChoose={() => !changes && change({ seed: 'new' })} />
      <Elsewhere />
    </>
  );
}

/** What only another generator can, said once and here alone. */
function Elsewhere() {
  const line = useElsewhereAble();
  return line && <p className="faint seeds-elsewhere">{line}</p>;
}

interface SeveralProps {
  /** The word for 1; without one that is chosen elsewhere. */
  readonly first?: string;
  readonly onChoose?: () => void;
}

function SeveralSeeds({ first, onChoose }: SeveralProps) {
  const { candidates } = useSettings();
  const choose = (count: number) => {
    if (count > 1) onChoose?.();
    setCandidates(count);
    close();
  };
  return (
    <fieldset className="seeds-several">
      {first && (
        <button
          type="button"
          className="seeds-choice"
          data-count={1}
          aria-pressed={candidates === 1}
          onClick={() => choose(1)}
        >
          <b>{first}</b>
        </button>
      )}
      <legend>Several seeds</legend>
      <div className="segmented">
        {SEVERAL.map((count) => (
          <button
            key={count}
            type="button"
            className="numbers"
            data-count={count}
            data-testid={`seeds-${count}`}
            aria-label={`${count} seeds`}
            aria-pressed={candidates === count}
            onClick={() => choose(count)}
          >
            {count}
          </button>
        ))}
      </div>
      <p className="faint">As many candidates to choose from; together they are one round.</p>
    </fieldset>
  );
}
