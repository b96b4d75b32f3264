import { Away } from './server-client.js';

/**
 * Asks with a signal that aborts with `signal`, and after so many milliseconds with `Away`. It is held by its timer: a time-out that
 * nothing but `AbortSignal.any` knows is collected (Node 20), and never comes.
 */
export async function withinTime<T>(
  milliseconds: number,
  signal: AbortSignal,
  ask: (within: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Away('it does not answer', false)), milliseconds);
  try {
    return await ask(AbortSignal.any([signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}
