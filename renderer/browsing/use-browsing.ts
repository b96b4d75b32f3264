import type { OpenEntry } from '@shared/contract/index.js';
import type { ErrorData } from '@shared/errors.js';
import { useCallback, useEffect, useState } from 'react';
import { tryCall } from '../link/index.js';

export interface ListedFolder {
  /** Null for the list of starting folders. */
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
  readonly folder: ListedFolder | null;
  /** Why the last folder could not be opened. */
  readonly failure: ErrorData | null;
  readonly go: (token: string | null, inside?: Inside) => Promise<void>;
}

/** A folder on the host, from `start` on; null = its starting folders. One that cannot be read leaves the one before. */
export function useBrowsing(start: string | null): Browsing {
  const [folder, setFolder] = useState<ListedFolder | null>(null);
  const [failure, setFailure] = useState<ErrorData | null>(null);
  const go = useCallback(async (token: string | null, inside = UNKNOWN) => {
    const listed = await tryCall((api) => api.open.list({ token }));
    setFailure('error' in listed ? listed.error : null);
    if ('value' in listed) setFolder({ ...listed.value, token, inside });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it begins
  useEffect(() => void go(start), [go]);
  return { folder, failure, go };
}
