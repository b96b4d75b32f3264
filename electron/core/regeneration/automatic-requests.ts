import { type Request, roundOf } from '@shared/records/index.js';

/** Pictures that automatic mode has ordered, as far as they were made or may still be. */
export const automaticRequests = (requests: readonly Request[]): Request[] =>
  requests.filter(({ approvedBy, state }) => approvedBy === 'automatic' && state !== 'cancelled');

/** Rounds of a shot, of this run or an earlier one, that began from the picture that still counts: they made no better one. */
export const fruitlessRounds = (requests: readonly Request[], pickId: string | null): number =>
  new Set(
    automaticRequests(requests)
      .filter(({ state, fromTakeId }) => state === 'done' && fromTakeId === pickId)
      .map(roundOf),
  ).size;
