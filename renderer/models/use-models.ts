import type { JudgeExamination, MachineInfo, ModelInfo } from '@shared/contract/index.js';
import { useCallback, useEffect, useState } from 'react';
import { ask, refreshInfo } from '../link/index.js';
import { useConnected, useDocument, useSettings } from '../stores/index.js';

interface Models {
  /** Null until the host has said. */
  readonly models: readonly ModelInfo[] | null;
  readonly refresh: () => Promise<void>;
}

/** What models there are; asked again whenever a download begins or ends. */
export function useModels(): Models {
  const [models, setModels] = useState<readonly ModelInfo[] | null>(null);
  const refresh = useCallback(async () => {
    const listed = await ask((api) => api.models.list());
    if (listed) setModels(listed);
    await refreshInfo();
  }, []);
  const downloads = useDocument((mirror) =>
    Object.values(mirror.jobs)
      .filter(({ kind }) => kind === 'download')
      .map(({ id, state }) => `${id} ${state}`)
      .join(),
  );
  const isConnected = useConnected();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a download's begin and end, and the host's coming back, are what it waits for
  useEffect(() => void refresh(), [refresh, downloads, isConnected]);
  return { models, refresh };
}

interface Examinations {
  /** Of a judge, by its id; null where it was not examined here. */
  readonly of: (judge: string) => JudgeExamination | null;
  readonly refresh: () => Promise<void>;
}

/** What is known of how well judges tell; asked again whenever an examination or an analysis begins or ends. */
export function useExaminations(): Examinations {
  const [examinations, setExaminations] = useState<readonly JudgeExamination[]>([]);
  const refresh = useCallback(async () => {
    const listed = await ask((api) => api.models.examinations());
    if (listed) setExaminations(listed);
  }, []);
  const work = useDocument((mirror) =>
    Object.values(mirror.jobs)
      .filter(({ kind }) => kind === 'examination' || kind === 'analysis')
      .map(({ id, state }) => `${id} ${state}`)
      .join(),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the begin and end of that work are what it waits for
  useEffect(() => void refresh(), [refresh, work]);
  return { of: (judge) => examinations.find((one) => one.judge === judge) ?? null, refresh };
}

interface Machine {
  readonly machine: MachineInfo | null;
  /** Devices are being tried. */
  readonly looking: boolean;
  readonly lookAgain: () => Promise<void>;
}

/** What this machine can do. The first look takes seconds: every device is tried. */
export function useMachine(): Machine {
  const [machine, setMachine] = useState<MachineInfo | null>(null);
  const [looking, setLooking] = useState(false);
  const look = useCallback(async (again: boolean) => {
    setLooking(true);
    const seen = await ask((api) => api.models.machine({ again }));
    setLooking(false);
    if (seen) setMachine(seen);
  }, []);
  const chosen = useSettings((settings) => settings.device);
  const isConnected = useConnected();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in memory follows what is chosen
  useEffect(() => void look(false), [look, chosen, isConnected]);
  return { machine, looking, lookAgain: () => look(true) };
}
