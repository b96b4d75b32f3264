/** What becomes of the requests of a review, written by the program. */
import type { Board } from '@core/board/index.js';
import { type Records, type Request, roundsUsed } from '@shared/records/index.js';

/** Those that `takes` says can be made now, oldest first. */
export function queuedRequests(
  records: Pick<Records, 'request'>,
  takes: (request: Request) => boolean,
): Request[] {
  return Object.values(records.request)
    .filter((request) => request.state === 'queued' && takes(request))
    .sort((a, b) => a.createdAt - b.createdAt || a.round - b.round);
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

/** Also failed ones, when the artist asks for it; but not of a shot that has had its `rounds` since. */
export function requeueFailed(board: Board, rounds: number): void {
  const used = new Map<string, number>();
  changeRequests(board, 'Run failed regenerations again', (request) => {
    if (request.state !== 'failed') return request;
    const { shotId } = request;
    const round = (used.get(shotId) ?? roundsUsed(board.review.records, shotId)) + 1;
    if (round > rounds) return request;
    used.set(shotId, round);
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
