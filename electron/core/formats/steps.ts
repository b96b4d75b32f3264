import { setImmediate as answered } from 'node:timers/promises';
import type { JobControl } from '@core/jobs/index.js';

/**
 * Called by a writer between two pieces of its work: so much is done of all there is. The thread answers others
 * meanwhile. Throws where the export was cancelled.
 */
export type Step = (done: number, total: number, doing: string) => Promise<void>;

/** Milliseconds of a slice. */
const SLICE = 8;
/** Milliseconds from one word of how far it is to the next; what takes less says nothing. */
const TOLD = 200;

export function stepsOf({ checkpoint, progress }: Pick<JobControl, 'checkpoint' | 'progress'>): Step {
  let told = performance.now();
  let rested = told;
  return async (done, total, doing) => {
    checkpoint();
    const now = performance.now();
    if (now - rested < SLICE) return;
    if (now - told > TOLD) {
      progress(done, total, doing);
      told = now;
    }
    await answered();
    rested = performance.now();
  };
}
