import type { SelfTest } from '@shared/contract/index.js';
import type { Device } from '@shared/device.js';
import type { ErrorData } from '@shared/errors.js';
import { megabytes } from '@shared/megabytes.js';
import { useCallback, useEffect, useRef, useState } from 'react';
import { tryCall } from '../link/index.js';
import { duration } from '../ui/index.js';

type Outcome = { readonly value: SelfTest } | { readonly error: ErrorData };

interface Testing {
  readonly test: Outcome | null;
  readonly testing: boolean;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

/** A test that ends with the row it belongs to: nobody would see what came of it. */
export function useSelfTest(id: string, device: Device): Testing {
  const [test, setTest] = useState<Outcome | null>(null);
  const [testing, setTesting] = useState(false);
  const abort = useRef<AbortController | null>(null);
  const stop = useCallback(() => abort.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const start = useCallback(async () => {
    const running = new AbortController();
    abort.current = running;
    setTest(null);
    setTesting(true);
    const outcome = await tryCall((api) => api.models.test({ id, device }, { signal: running.signal }));
    if (abort.current !== running) return;
    setTesting(false);
    if (!running.signal.aborted) setTest(outcome);
  }, [id, device]);
  return { test, testing, start, stop };
}

const size = (bytes: number | null): string => (bytes === null ? 'unknown' : megabytes(bytes));

export function TestResult({ test }: { test: Outcome }) {
  if ('error' in test)
    return (
      <p className="test-result selectable" data-testid="test-result" data-sane={false}>
        {test.error.message}
      </p>
    );
  const { loadSeconds, firstSeconds, frameSeconds, questions, memory, gpuMemory, device, verdict, sane } =
    test.value;
  return (
    <p className="test-result numbers selectable" data-testid="test-result" data-sane={sane}>
      Loads in {duration(loadSeconds)}, first frame {duration(firstSeconds)}, then {duration(frameSeconds)} a
      frame of {questions} questions. Memory at most {size(memory)}
      {device !== 'cpu' && `, on the card ${size(gpuMemory)}`}. <strong>{verdict}</strong>
    </p>
  );
}
