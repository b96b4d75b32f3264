import type { GeneratorInfo, GeneratorStatus } from '@shared/contract/index.js';
import { useSession, useSettings } from '../stores/index.js';

export interface ShownGenerator extends GeneratorInfo {
  /** Null until it has been asked. */
  readonly status: GeneratorStatus | null;
}

const NONE: readonly GeneratorInfo[] = [];

export function useGenerators(): readonly ShownGenerator[] {
  const generators = useSession((session) => session.info?.generators) ?? NONE;
  const status = useSession((session) => session.generatorStatus);
  return generators.map((one) => ({ ...one, status: status[one.id] ?? null }));
}

/** The one that is chosen; null while nothing is known of it. */
export function useChosenGenerator(): ShownGenerator | null {
  const chosen = useSettings((settings) => settings.generator);
  return useGenerators().find(({ id }) => id === chosen) ?? null;
}
