import { useMemo } from 'react';
import { type QueueView, queueOf } from '../board/index.js';
import { useGenerators } from '../generators/index.js';
import { useDocument } from '../stores/index.js';

/** The orders of the storyboard that is open. */
export function useQueue(): QueueView {
  const records = useDocument((mirror) => mirror.records);
  const generators = useGenerators();
  return useMemo(() => {
    const idle = new Set(generators.filter(({ makes }) => !makes).map(({ id }) => id));
    return queueOf(records, (generator) => !idle.has(generator));
  }, [records, generators]);
}
