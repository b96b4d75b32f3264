/** What the tests of this generator ask of a double: one picture, as another start of the program has it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { A1111Double } from '@testing/a1111/double.js';
import type { GenerationProgress, Generator } from '../../generator.js';
import { guarded } from '../../guarded.js';
import { LIMITS, type Limits } from '../client.js';
import { a1111Generator } from '../index.js';

export const SECTION = { address: '', sampler: '', steps: 4, cfg: 7, minutes: 1 };
/** Where nothing is waited for. */
export const QUICK: Limits = { ...LIMITS, poll: 10, stopping: 2_000, making: 60_000 };
/** Where it is the waiting that is to end. */
export const SHORT: Limits = { ...QUICK, answer: 200, pieces: 200, whole: 600, away: 300, answering: 300 };

export const connected = (double: A1111Double, limits: Limits = QUICK): Generator =>
  guarded(a1111Generator({ ...SECTION, address: double.url }, limits), 'A1111');

export const never = (): { signal: AbortSignal; progress: (now: GenerationProgress) => void } => ({
  signal: new AbortController().signal,
  progress: () => undefined,
});

export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(1);
}
