import type { ListedFolder } from '@shared/contract/index.js';
import type { ErrorData } from '@shared/errors.js';
import { useCallback, useEffect, useRef, useState } from 'react';
import { tryCall } from '../link/index.js';

export interface BrowsedFolder extends ListedFolder {
  /** Null for the list of starting folders. */
  readonly token: string | null;
  /** As its own entry said, when it was gone into from the list above it: it holds a model. */
  readonly model: boolean;
}

/** Pictures directly in a folder. */
export const picturesIn = (folder: BrowsedFolder | null): number =>
  folder?.entries.filter(({ kind }) => kind === 'image').length ?? 0;

export interface Browsing {
  /** Null until the host has said. */
  readonly folder: BrowsedFolder | null;
  /** Why the last folder could not be opened. */
  readonly failure: ErrorData | null;
  /** Another folder is on its way: what is shown is not what was chosen last. */
  readonly going: boolean;
  readonly go: (token: string | null, model?: boolean) => Promise<void>;
}

/** A folder on the host, from `start` on; null = its starting folders. One that cannot be read leaves the one before. */
export function useBrowsing(start: string | null): Browsing {
  const [folder, setFolder] = useState<BrowsedFolder | null>(null);
  const [failure, setFailure] = useState<ErrorData | null>(null);
  const [going, setGoing] = useState(false);
  const latest = useRef(0);
  const go = useCallback(async (token: string | null, model = false) => {
    latest.current++;
    const mine = latest.current;
    setGoing(true);
    const listed = await tryCall((api) => api.open.list({ token }));
    if (mine !== latest.current) return;
    setGoing(false);
    setFailure('error' in listed ? listed.error : null);
    if ('value' in listed) setFolder({ ...listed.value, token, model });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it begins
  useEffect(() => void go(start), [go]);
  return { folder, failure, going, go };
}
