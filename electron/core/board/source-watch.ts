import { folderState, whenSettled } from '@core/files/index.js';
import type { BoardSource } from './board-source.js';

export interface SourceWatchOptions {
  readonly folder: string;
  /** Resolves when somebody is there to be told. */
  readonly begins: Promise<void>;
  readonly log: (thrown: unknown) => void;
  /** Milliseconds between two looks at the folder. */
  readonly every?: number;
}

/** Looks at the source of an open board, and again whenever something in its folder changed. */
export class SourceWatch {
  readonly #ending = new AbortController();

  constructor(source: Pick<BoardSource, 'look'>, { folder, begins, log, every = 2_000 }: SourceWatchOptions) {
    const { signal } = this.#ending;
    const look = async () => void (await source.look());
    const watch = async () => {
      await begins;
      if (signal.aborted) return;
      await whenSettled(() => folderState(folder), look, { every, signal, wrong: log });
    };
    watch().catch(log);
  }

  close(): void {
    this.#ending.abort();
  }
}
