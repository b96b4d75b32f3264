import { setFlagsFromString } from 'node:v8';

/** Per cent of what is alive by which the heap may grow before what is not is cleared away. */
const GROWTH = 25;

/**
 * Left to itself V8 lets the heap grow to four times what is alive, and gives the memory back late or never: a large
 * board would take as much again for nothing. Clearing away more often costs little where that goes on beside the
 * program.
 */
export const keepHeapSmall = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
