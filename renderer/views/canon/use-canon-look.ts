import type { CanonOffer, Clash } from '@shared/canon-offer.js';
import { useEffect, useState } from 'react';
import { tryCall } from '../../link/index.js';
import { useDocument } from '../../stores/index.js';

interface Look {
  readonly offers: readonly CanonOffer[];
  readonly clashes: readonly Clash[];
}

const NOTHING: Look = { offers: [], clashes: [] };
/** Milliseconds without another change before the host is asked. */
const PAUSE = 250;

/** What the frames show and no fact says, and facts that cannot both hold; asked again when either may have changed. */
export function useCanonLook(): Look {
  const facts = useDocument(({ records }) => records.fact);
  const decisions = useDocument(({ records }) => records.decision);
  const summaries = useDocument(({ overview }) => overview.summaries);
  const [look, setLook] = useState(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer depends on these as well
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(async () => {
      const answer = await tryCall((api) => api.canon.look());
      if (!isOld && 'value' in answer) setLook(answer.value);
    }, PAUSE);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [facts, decisions, summaries]);
  return look;
}
