import type { GeneratorTest } from '@shared/contract/index.js';
import type { ErrorData } from '@shared/errors.js';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pictureUrl, tryCall } from '../link/index.js';
import { count, duration } from '../ui/index.js';

type Outcome = { readonly value: GeneratorTest } | { readonly error: ErrorData };

interface Props {
  readonly id: string;
  readonly ready: boolean;
  readonly onLookAgain: () => void;
}

/** A small picture made and shown, in one click. It ends with the page: nobody would see what came of it. */
export function GeneratorTrial({ id, ready, onLookAgain }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isTesting, setTesting] = useState(false);
  const abort = useRef<AbortController | null>(null);
  const stop = useCallback(() => abort.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const start = async () => {
    const running = new AbortController();
    abort.current = running;
    setOutcome(null);
    setTesting(true);
    const came = await tryCall((api) => api.generators.test({ id }, { signal: running.signal }));
    if (abort.current !== running) return;
    setTesting(false);
    if (!running.signal.aborted) setOutcome(came);
  };
  return (
    <div className="generator-trial">
      <div className="model-actions">
        {isTesting ? (
          <button type="button" className="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="button" className="button" disabled={!ready} onClick={() => void start()}>
            Test
          </button>
        )}
        <button type="button" className="quiet" onClick={onLookAgain}>
          Look again
        </button>
        <span role="status" className="faint">
          {isTesting && 'Making a small picture…'}
        </span>
      </div>
      {/* Where nobody answers any more, that it once worked is no news. */}
      {outcome && (ready || 'error' in outcome) && <Came outcome={outcome} />}
    </div>
  );
}

function Came({ outcome }: { readonly outcome: Outcome }) {
  const place = useRef<HTMLDivElement>(null);
  // The button may be the last thing in view, and this comes under it.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  if ('error' in outcome)
    return (
      <div ref={place} className="generator-came selectable" data-testid="generator-came" data-works={false}>
        <div>
          <p>{outcome.error.message}</p>
          <p className="faint">{outcome.error.hint}</p>
        </div>
      </div>
    );
  const { picture, width, height, seconds, note, models } = outcome.value;
  return (
    <div ref={place} className="generator-came" data-testid="generator-came" data-works>
      <img src={pictureUrl(picture, 320)} width={width} height={height} alt="Made by the test" />
      <div className="selectable">
        <p>
          <strong>It works.</strong>{' '}
          <span className="numbers">
            {width} × {height} in {duration(seconds)}.
          </span>{' '}
          {note}
        </p>
        {models.length > 0 && (
          <details>
            <summary>{count(models.length, 'model')}</summary>
            <ul className="limits">
              {models.map((model) => (
                <li key={model}>{model}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}
