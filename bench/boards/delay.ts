/** How late a thread answers, for whoever asks at any moment. */
import { performance } from 'node:perf_hooks';

/** Milliseconds between two looks. */
const LOOK = 2;

/** Milliseconds, of all moments from this call to `end`: how long a question asked then waits. */
export function watchDelay(): { end(): { p99: number; most: number } } {
  const gaps: number[] = [];
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    gaps.push(Math.max(0, now - last - LOOK));
    last = now;
  };
  const timer = setInterval(look, LOOK);
  return {
    end() {
      clearInterval(timer);
      look();
      return { p99: lateness(gaps, 0.01), most: Math.max(0, ...gaps) };
    },
  };
}

/** What is waited at least in `share` of the time: a stall of g makes whoever asks in it wait from 0 to g. */
function lateness(gaps: readonly number[], share: number): number {
  const total = gaps.reduce((sum, gap) => sum + gap + LOOK, 0);
  const above = (wait: number) => gaps.reduce((sum, gap) => sum + Math.max(0, gap - wait), 0) / total;
  let low = 0;
  let high = Math.max(0, ...gaps);
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (above(middle) > share) low = middle;
    else high = middle;
  }
  return high;
}
