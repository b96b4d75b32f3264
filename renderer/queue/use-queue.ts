import { useMemo } from 'react';
import { type QueueView, queueOf } from '../board/index.js';
import { useGenerators } from '../generators/index.js';
import { useDocument } from '../stores/index.js';

/** The orders of the storyboard that is open. */
export function useQueue(): QueueView {
  const request = useDocument((mirror) => mirror.records.request);
  const generators = useGenerators();
  return useMemo(() => {
    const idle = new Set(generators.filter(({ makes }) => !makes).map(({ id }) => id));
    return queueOf({ request }, (generator) => !idle.has(generator));
  }, [request, generators]);
}
