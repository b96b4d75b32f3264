/** What becomes of the requests of a review, written by the program. */
import type { Board } from '@core/board/index.js';
import { isOutdated } from '@shared/out-of-date/index.js';
import {
  byShot,
  queued,
  queuedInPlay,
  type Records,
  type Request,
  roundOf,
  takesRound,
} from '@shared/records/index.js';

/**
 * Those that `takes` says can be made now, what comes first first. What was approved for something that changed since
 * waits for another look, and what is of a shot that is left out of play until that is taken in again.
 */
export function queuedRequests(records: Records, takes: (request: Request) => boolean): Request[] {
  const isOld = isOutdated(records);
  return queuedInPlay(records).filter((request) => takes(request) && !isOld(request));
}

/**
 * Requests that a crash or a closed program cut off: they were approved, so they are ordered again, and the generator
 * is asked first for what it still has of them.
 */
export function requeueCutOff(board: Board): void {
  changeRequests(board, 'Resume regeneration', (request) =>
    request.state === 'running' ? { ...request, state: 'queued' } : request,
  );
}

/** What automatic mode ordered for something that changed since, or was left out of play, and is not `begun`: nobody approved it by itself. */
export function takeBackOutdated(board: Board, begun: Pick<ReadonlyMap<string, unknown>, 'has'>): void {
  const { records } = board.review;
  const isOld = isOutdated(records);
  const inPlay = new Set(queuedInPlay(records));
  const old = new Set(
    queued(records)
      .filter(
        (request) =>
          request.approvedBy === 'automatic' &&
          !begun.has(request.id) &&
          (isOld(request) || !inPlay.has(request)),
      )
      .map(({ id }) => id),
  );
  if (old.size === 0) return;
  changeRequests(board, 'Take back what was ordered for something else', (request) =>
    old.has(request.id) ? { ...request, state: 'cancelled' } : request,
  );
}

/** Also failed ones, when the artist asks for it; but not of a shot that has had its `rounds` since. */
export function requeueFailed(board: Board, rounds: number): void {
  const used = new Map<string, Set<string>>();
  const roundsOf = (shotId: string): Set<string> => {
    const counting = (byShot(board.review.records.request).get(shotId) ?? []).filter((one) =>
      takesRound(one.state),
    );
    const known = used.get(shotId) ?? new Set(counting.map(roundOf));
    used.set(shotId, known);
    return known;
  };
  changeRequests(board, 'Run failed regenerations again', (request) => {
    if (request.state !== 'failed') return request;
    const counted = roundsOf(request.shotId);
    // Candidates that were ordered together are one round.
    if (!counted.has(roundOf(request)) && counted.size >= rounds) return request;
    counted.add(roundOf(request));
    return { ...request, state: 'queued', error: null };
  });
}

export function setRequest(board: Board, requestId: string, fields: Partial<Request>, label: string): void {
  changeRequests(board, label, (request) => (request.id === requestId ? { ...request, ...fields } : request));
}

function changeRequests(board: Board, label: string, change: (request: Request) => Request): void {
  board.review.system(label, (records) => ({
    ...records,
    request: Object.fromEntries(Object.entries(records.request).map(([id, value]) => [id, change(value)])),
  }));
}
