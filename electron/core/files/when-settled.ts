import { setTimeout as wait } from 'node:timers/promises';
import { ContinuistError } from '@shared/errors.js';

export interface Settling {
  /** Milliseconds between two looks; longer where a look takes long. */
  readonly every: number;
  readonly signal: AbortSignal;
  /** Hears why the work could not be done; it is tried again when something changes. */
  readonly wrong: (thrown: ContinuistError) => void;
}

/** A look takes at most one part in this many of the time. */
const SHARE = 30;

/**
 * Does `work` at once, and again each time that `state` has changed and is the same twice: what is still being written
 * is waited for. Ends when the signal aborts. Throws what is meant for nobody to read.
 */
export async function whenSettled(
  state: () => Promise<string>,
  work: () => Promise<void>,
  { every, signal, wrong }: Settling,
): Promise<void> {
  let done: string | null = null;
  let seen = await state();
  while (!signal.aborted) {
    const begun = performance.now();
    const now = await state();
    const took = performance.now() - begun;
    if (now !== done && now === seen) {
      done = now;
      await work().catch((thrown) => {
        if (signal.aborted) return;
        if (!(thrown instanceof ContinuistError)) throw thrown;
        wrong(thrown);
      });
    }
    seen = now;
    await wait(Math.max(every, took * SHARE), undefined, { signal }).catch(() => undefined);
  }
}
