import { useEffect } from 'react';
import { seenNow, useSession } from '../stores/index.js';

/** Milliseconds that a take must be on the screen to count as looked at. */
const LOOK = 600;

/** A new take that was on the screen for a moment is no longer new once another one is there. */
export function useSeen(takeId: string | undefined): void {
  useEffect(() => {
    if (takeId === undefined) return;
    const since = Date.now();
    return () => {
      if (Date.now() - since < LOOK || document.visibilityState !== 'visible') return;
      useSession.setState(({ seen }) =>
        seen?.unseen.includes(takeId) ? { seen: seenNow(seen, takeId) } : {},
      );
    };
  }, [takeId]);
}
