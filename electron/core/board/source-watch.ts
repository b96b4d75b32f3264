import { folderState, whenSettled } from '@core/files/index.js';
import type { BoardSource } from './board-source.js';

export interface SourceWatchOptions {
  readonly folder: string;
  /** Resolves when somebody is there to be told. */
  readonly begins: Promise<void>;
  readonly signal: AbortSignal;
  /** Milliseconds between two looks at the folder. */
  readonly every?: number;
}

/** Looks at the source of an open board, and again whenever something in its folder changed, until the signal aborts. */
export async function watchSource(
  source: Pick<BoardSource, 'look'>,
  { folder, begins, signal, every = 2_000 }: SourceWatchOptions,
): Promise<void> {
  await begins;
  if (signal.aborted) return;
  const look = async () => void (await source.look());
  // What an artist can mend is in the state of the source.
  const wrong = (thrown: unknown): never => {
    throw thrown;
  };
  await whenSettled(() => folderState(folder), look, { every, signal, wrong });
}
