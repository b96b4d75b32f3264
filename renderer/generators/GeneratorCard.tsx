import { Check, CircleDashed, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { call, refreshGenerators } from '../link/index.js';
import { useSettings } from '../stores/index.js';
import { CAPABILITY_NAMES } from './capability-names.js';
import { GeneratorForm } from './GeneratorForm.js';
import { GeneratorTrial } from './GeneratorTrial.js';
import type { ShownGenerator } from './use-generators.js';

function Mark({ ready }: { readonly ready: boolean | null }) {
  if (ready === null) return <CircleDashed size={15} className="turning" aria-hidden />;
  return ready ? <Check size={15} aria-hidden /> : <X size={15} aria-hidden />;
}

/** How it is doing, server by server where it is several. */
function Standing({ generator: { status, makes, about } }: { readonly generator: ShownGenerator }) {
  const ready = status?.ready ?? null;
  return (
    <ul className="generator-standing" data-testid="generator-standing">
      {makes && status?.isSetUp === false && (
        <li>
          <CircleDashed size={15} aria-hidden />
          <span className="selectable">Not set up. {status.note}</span>
        </li>
      )}
      {makes && status?.isSetUp !== false && status?.note !== about && (
        <li data-ready={ready}>
          <Mark ready={ready} />
          <span className="selectable">{status?.note ?? 'Asking…'}</span>
        </li>
      )}
      {status?.servers?.map((server) => (
        <li key={server.address} data-ready={server.ready} className="generator-server">
          <Mark ready={server.ready} />
          <span className="selectable">{server.note}</span>
        </li>
      ))}
    </ul>
  );
}

/** What it can do as it is set up, and why not the rest. */
function Abilities({ status }: Pick<ShownGenerator, 'status'>) {
  const can = status?.capabilities ?? [];
  const cannot = Object.entries(status?.whyNot ?? {});
  if (can.length === 0) return null;
  return (
    <>
      <p className="generator-can">
        <span className="faint">Can: </span>
        {can.map((one) => CAPABILITY_NAMES[one]).join(', ')}.
      </p>
      {cannot.length > 0 && (
        <ul className="limits selectable">
          {cannot.map(([one, why]) => (
            <li key={one}>
              Not {CAPABILITY_NAMES[one as keyof typeof CAPABILITY_NAMES]}. {why}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** One generator: what it is, how it is set up and doing, what it can do, and a picture to see that it works. */
export function GeneratorCard({ generator }: { readonly generator: ShownGenerator }) {
  const { id, name, about, makes, status } = generator;
  const chosen = useSettings((settings) => settings.generator) === id;
  const place = useRef<HTMLElement>(null);
  // The page opens where the one in use is; what is chosen there stays where it is.
  const startsHere = useRef(chosen);
  useEffect(() => {
    if (startsHere.current) place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <article ref={place} className="generator-card" aria-label={name} data-testid={`generator-card-${id}`}>
      <header>
        <h3>{name}</h3>
        {status?.version && <span className="faint numbers">{status.version}</span>}
        <button
          type="button"
          className="button"
          aria-pressed={chosen}
          disabled={chosen}
          onClick={() => void call((api) => api.settings.set({ generator: id }))}
        >
          {chosen && <Check size={15} aria-hidden />}
          {chosen ? 'In use' : 'Use'}
        </button>
      </header>
      <p className="faint">{about}</p>
      <GeneratorForm generator={generator} />
      <Standing generator={generator} />
      <Abilities status={status} />
      {makes && (
        <GeneratorTrial id={id} ready={status?.ready ?? false} onLookAgain={() => void refreshGenerators()} />
      )}
    </article>
  );
}
