import type { OpenEntry } from '@shared/contract/index.js';
import type { ErrorData } from '@shared/errors.js';
import { useCallback, useEffect, useState } from 'react';
import { tryCall } from '../link/index.js';

export interface Place {
  /** Null for the list of starting places. */
  readonly token: string | null;
  readonly parent: string | null;
  readonly name: string;
  readonly entries: readonly OpenEntry[];
  /** What its own entry said, when it was gone into from the list above it. */
  readonly inside: Inside;
}

type Inside = Pick<OpenEntry, 'pictures' | 'model'>;
const UNKNOWN: Inside = { pictures: 0, model: false };

export interface Browsing {
  /** Null until the host has said. */
  readonly place: Place | null;
  /** Why the last place could not be gone to. */
  readonly failure: ErrorData | null;
  readonly go: (token: string | null, inside?: Inside) => Promise<void>;
}

/** A place on the host, from `start` on; null = its starting places. One that cannot be read is not gone to. */
export function usePlace(start: string | null): Browsing {
  const [place, setPlace] = useState<Place | null>(null);
  const [failure, setFailure] = useState<ErrorData | null>(null);
  const go = useCallback(async (token: string | null, inside = UNKNOWN) => {
    const listed = await tryCall((api) => api.open.list({ token }));
    setFailure('error' in listed ? listed.error : null);
    if ('value' in listed) setPlace({ ...listed.value, token, inside });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it begins
  useEffect(() => void go(start), [go]);
  return { place, failure, go };
}
