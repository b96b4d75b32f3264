import { lastRound } from './queries.js';
import type { Request } from './request.js';
import type { Shot } from './shot.js';

/**
 * Of the requests of a shot, the candidates among which the artist has still to choose: of the last round that made a
 * picture, where several were ordered together, the take that they start from is still the pick, and they were not
 * declined. In the order of their number; [] = there is nothing to choose.
 */
export function openSet({ pickId }: Pick<Shot, 'pickId'>, requests: readonly Request[]): readonly Request[] {
  const last = lastRound(requests, (round) => round.some(({ state }) => state === 'done'));
  const isOpen = last.every(
    ({ setId, declined, fromTakeId }) => setId !== null && !declined && fromTakeId === pickId,
  );
  return isOpen ? last : [];
}
