/** Which skills a judge is not asked for, because it tells no more of them than a coin. */
import type { Told } from './told.js';

/** Pairs below which an examination shows nothing. */
const LEAST_DRAWN = 10;
/** The same of a board's own contradictions, which are of the very pictures that are judged. */
const LEAST_BOARD = 8;
/**
 * What a board must show at 95 % to speak against a coin's share in the drawn world: its claims need not hold, there are
 * few of them, and a coin tried on ten skills is right about one of them by chance.
 */
const SPEAKS = 0.6;

/** At 95 % its word is worth more than a coin's. */
const isBetter = ({ low }: Told): boolean => low > 0.5;

/**
 * Pictures of the drawn world can only silence, and only what this board's own contradictions don't speak for. `board`:
 * null = not asked, or nothing on it contradicts anything. `all`: of all skills; where they ask too little of this one,
 * the judge is believed to tell what it tells on the whole.
 */
export function isSilenced(drawn: Told | null, board: Told | null, all: Told | null = null): boolean {
  if (!drawn || isBetter(drawn)) return false;
  if (drawn.pairs < LEAST_DRAWN && !(all && all.pairs >= LEAST_DRAWN && !isBetter(all))) return false;
  return !(board && board.pairs >= LEAST_BOARD && board.low > SPEAKS);
}
