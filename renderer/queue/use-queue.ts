import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { type QueueView, queueOf } from '../board/index.js';
import { useGenerators } from '../generators/index.js';
import { useDocument } from '../stores/index.js';

/** The orders of the storyboard that is open. */
export function useQueue(): QueueView {
  // Nothing else that changes, as while frames are judged, makes another queue.
  const records = useDocument(
    useShallow(({ records: { shot, take, portrait, request, decision, fact, reference } }) => ({
      shot,
      take,
      portrait,
      request,
      decision,
      fact,
      reference,
    })),
  );
  const generators = useGenerators();
  return useMemo(() => {
    const idle = new Set(generators.filter(({ makes }) => !makes).map(({ id }) => id));
    return queueOf(records, (generator) => !idle.has(generator));
  }, [records, generators]);
}
