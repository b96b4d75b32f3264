import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/**
 * Bytes by which the heap may grow before what is not alive is cleared away. With a third of it V8 has to end that while
 * somebody waits: an analysis of 1,000 shots then makes the thread 110 ms late (99 %), and 20 ms with this.
 */
const ROOM = 64 * 2 ** 20;
/** Per cent of what is alive: V8 knows no other measure. */
const MOST = 100;
const LEAST = 25;
const STEP = 5;
/** Milliseconds between two looks at how much that is. */
const EVERY = 500;

/** Per cent by which V8 may let a heap of so many bytes grow. */
export const growthOf = (used: number): number =>
  Math.min(MOST, Math.max(LEAST, STEP * Math.round((100 * ROOM) / used / STEP)));

let set: number | null = null;

function adapt(): void {
  const growth = growthOf(getHeapStatistics().used_heap_size);
  if (growth !== set) setFlagsFromString(`--heap-growing-percent=${growth}`);
  set = growth;
}

/**
 * Left to itself V8 lets the heap grow to four times what is alive, and gives the memory back late or never: a large
 * board would take as much again for nothing.
 */
export function keepHeapSmall(): void {
  if (set !== null) return;
  adapt();
  setInterval(adapt, EVERY).unref();
}
