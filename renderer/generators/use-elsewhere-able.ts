import { useSettings } from '../stores/index.js';
import { elsewhereAble } from './elsewhere-able.js';
import { useGenerators } from './use-generators.js';

/** What only another generator can, in one sentence; null where the chosen one can it. */
export function useElsewhereAble(): string | null {
  const chosen = useSettings((settings) => settings.generator);
  return elsewhereAble(useGenerators(), chosen);
}
