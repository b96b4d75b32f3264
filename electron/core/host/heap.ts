import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';

const MEBIBYTE = 2 ** 20;
/**
 * Bytes by which the heap may grow before what is not alive is cleared away. With 20 of them V8 has to end that while
 * somebody waits: an analysis of 1,000 shots then makes the thread 110 ms late (99 %), and 20 ms with this.
 */
const ROOM = 48 * MEBIBYTE;
/** Per cent of what is alive: V8 knows no other measure. */
const MOST = 100;
const LEAST = 20;
const STEP = 5;
/** Bytes for what was just made, in two halves; V8 would take as much again, to look through it half as often. */
const NEW = 16 * MEBIBYTE;
/** Bytes that may lie empty between what the heap holds. */
const LOOSE = 48 * MEBIBYTE;
/** Milliseconds between two looks at how much that is. */
const EVERY = 500;

/** Per cent by which V8 may let a heap of so many bytes grow. */
export const growthOf = (used: number): number =>
  Math.min(MOST, Math.max(LEAST, STEP * Math.round((100 * ROOM) / used / STEP)));

/** How many times larger V8 may make the space for what was just made, where that has so many bytes. */
export const newGrowthOf = (size: number): number => (size > NEW / 2 ? 1 : 2);

/**
 * Whether what is alive is moved together when the rest is cleared away next, and the memory between given back. Not
 * each time: V8 makes the space for what was just made small again with it.
 */
export const isLoose = (used: number, taken: number): boolean => taken - used > LOOSE;

const set = new Set<string>();

function setFlags(flags: readonly string[]): void {
  for (const flag of flags) if (!set.has(flag)) setFlagsFromString(flag);
  set.clear();
  for (const flag of flags) set.add(flag);
}

function adapt(): void {
  const { used_heap_size: used, total_heap_size: taken } = getHeapStatistics();
  const fresh = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  setFlags([
    `--heap-growing-percent=${growthOf(used)}`,
    `--semi-space-growth-factor=${newGrowthOf(fresh?.space_size ?? 0)}`,
    isLoose(used, taken) ? '--optimize-for-size' : '--no-optimize-for-size',
  ]);
}

/**
 * Left to itself V8 lets the heap grow to four times what is alive, and gives the memory back late or never: a large
 * board would take as much again for nothing.
 */
export function keepHeapSmall(): void {
  if (set.size > 0) return;
  adapt();
  setInterval(adapt, EVERY).unref();
}
