import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEBIBYTE = 2 ** 20;

/**
 * Bytes by which the heap may grow before what is not alive is cleared away. With some twenty mebibytes V8 has to end that
 * while somebody waits: an analysis of 1,000 shots then made the thread 110 ms late (99 %).
 */
const ROOM = 40 * MEBIBYTE;
/** Per cent of what is alive: V8 knows no other measure. */
const MOST = 100;
const LEAST = 20;
const STEP = 5;
/** Bytes for what is new, both halves; V8 would take twice as much, and works no faster at a storyboard with that. */
const YOUNG = 16 * MEBIBYTE;
/** Milliseconds between two looks at how much that is. */
const EVERY = 500;

/** Per cent by which V8 may let a heap of so many bytes grow. */
export const growthOf = (used: number): number =>
  Math.min(MOST, Math.max(LEAST, STEP * Math.round((100 * ROOM) / used / STEP)));

/** Bytes; a smaller heap has little to give back. */
const LARGE = 128 * MEBIBYTE;

/** Bytes; what came to a heap since all of it was moved together leaves few holes while it is less. */
const FEW = 16 * MEBIBYTE;

/**
 * Whether V8 is to move what is alive together, a few mebibytes of it each time that it clears away. It would else leave
 * holes: a hundred and thirty mebibytes of them while 10,000 shots are worked out. `tidied`: bytes that were alive when all
 * was moved together. Soon after that it is left alone: told to save room, V8 goes through all that is alive twice more
 * within seconds, though somebody is at work; else it waits until nobody is.
 */
export const leavesNoHoles = (used: number, tidied: number): boolean => used >= Math.max(LARGE, tidied + FEW);

const TIGHT = '--optimize-for-size';
const LOOSE = '--no-optimize-for-size';

/** What V8 was told last, by what that is about. */
const told = new Map<'growth' | 'holes' | 'young', string>();

/** Bytes that were alive when all was last moved together, or the least since: of a board that was closed nothing counts. */
let tidied = 0;

function tell(about: 'growth' | 'holes' | 'young', flag: string): void {
  if (told.get(about) !== flag) setFlagsFromString(flag);
  told.set(about, flag);
}

function adapt(): void {
  const { used_heap_size: used } = getHeapStatistics();
  tell('growth', `--heap-growing-percent=${growthOf(used)}`);
  tidied = Math.min(tidied, used);
  tell('holes', leavesNoHoles(used, tidied) ? TIGHT : LOOSE);
}

/** By how much the room for what is new may grow next, of a size in bytes: V8 doubles it, and makes it small again by itself. */
export const growthOfYoung = (size: number): 1 | 2 => (size < YOUNG ? 2 : 1);

function adaptYoung(): void {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  tell('young', `--semi-space-growth-factor=${growthOfYoung(young?.space_size ?? 0)}`);
}

/**
 * Left to itself V8 lets the heap grow to four times what is alive, and gives the memory back late or never: a large
 * board would take as much again for nothing.
 */
export function keepHeapSmall(): void {
  if (told.size > 0) return;
  adapt();
  setInterval(adapt, EVERY).unref();
  adaptYoung();
  // It grows where something is cleared away.
  new PerformanceObserver(adaptYoung).observe({ entryTypes: ['gc'] });
}

/** Bytes; where one go gives less back than this, the next would as well. */
const WORTH = 8 * MEBIBYTE;
const MOST_GOES = 4;
/** Milliseconds between two goes, in which others are answered. */
const BETWEEN = 300;

/**
 * Moves what is alive together, and gives back what lies empty between it: what is worked out when a large board opens
 * leaves some eighty mebibytes of holes, which V8 would keep. Each go stops the thread for a third of a second with the
 * heap of 10,000 shots, so this is for when nothing is under way; `isFree` is asked before each.
 */
export async function tidyHeap(isFree: () => boolean): Promise<void> {
  const taken = () => getHeapStatistics().total_heap_size;
  for (let go = 0; go < MOST_GOES && taken() >= LARGE && isFree(); go++) {
    const before = taken();
    moveTogether();
    if (before - taken() < WORTH) return;
    await pause(BETWEEN, null, { ref: false });
  }
}

function moveTogether(): void {
  setFlagsFromString('--expose-gc');
  const clear: () => void = runInNewContext('gc');
  setFlagsFromString(TIGHT);
  try {
    clear();
    tidied = getHeapStatistics().used_heap_size;
  } finally {
    setFlagsFromString(told.get('holes') ?? LOOSE);
  }
}
