/** Two ways to know that a process hangs. Each returns what ends the watch. */
import { type Calls, settled } from './calls.js';

/** Work that takes longer than `timeout` milliseconds hangs. */
export function watchClock(timeout: number, hangs: () => void): () => void {
  const timer = setTimeout(hangs, timeout);
  return () => clearTimeout(timer);
}

/** Work that ends by itself what takes too long may take any time; a thread that does not answer for so long hangs. */
export function watchThread(calls: Calls, timeout: number, hangs: () => void): () => void {
  let next: NodeJS.Timeout | undefined;
  let isOver = false;
  const look = () => {
    next = setTimeout(hangs, timeout);
    void settled(calls.alive()).then(({ error }) => {
      if (isOver || error) return;
      clearTimeout(next);
      next = setTimeout(look, timeout);
    });
  };
  look();
  return () => {
    isOver = true;
    clearTimeout(next);
  };
}
