/** What a new take, once it is judged, changes of its shot. */
import type { Board } from '@core/board/index.js';
import { byShot, isUnderWay, type Request, roundOf, type Shot, type Take } from '@shared/records/index.js';
import { isBetter, standingOf } from './better.js';
import { ranked } from './ranked.js';

/**
 * A take that was ordered alone becomes the pick when it stands better, and waits for the artist's eye whatever the
 * judge says of it. Of candidates the artist picks one: the pick stays. `better`: it stands better than the take that it
 * starts from.
 */
export async function settle(board: Board, request: Request, take: Take): Promise<'better' | 'worse'> {
  const old = board.take(request.fromTakeId);
  // A first picture is like one of another shot, and stands in place of none.
  const isFirst = old.shotId !== request.shotId;
  const better = isFirst || isBetter(await standingOf(board, take), await standingOf(board, old));
  const picks = better && request.setId === null;
  const label = isFirst ? 'Pick the first take' : picks ? 'Pick the better take' : 'Keep the better take';
  settleShot(board, request, picks ? take.id : null, label);
  return better ? 'better' : 'worse';
}

/**
 * Of candidates that automatic mode ordered, the best becomes the pick where it stands better than the take before; once
 * none of them is on its way any more.
 */
export async function settleSet(board: Board, request: Request): Promise<void> {
  if (request.setId === null || request.approvedBy === 'artist') return;
  const { request: requests, take: takes } = board.review.records;
  const set = (byShot(requests).get(request.shotId) ?? []).filter((one) => roundOf(one) === request.setId);
  const made = set.flatMap(({ resultTakeId }) => takes[resultTakeId ?? ''] ?? []);
  if (set.some(isUnderWay) || made.some(({ id }) => board.isRunning(id))) return;
  const placed = await ranked(board, [board.take(request.fromTakeId), ...made]);
  const before = placed.find(({ take }) => take.id === request.fromTakeId);
  const best = before && placed.find(({ standing }) => isBetter(standing, before.standing));
  if (best) settleShot(board, request, best.take.id, 'Pick the best candidate');
}

/**
 * `pickId`: null = the pick stays. Where the artist has picked another take meanwhile, or decided otherwise on the shot,
 * it stays as they left it.
 */
function settleShot(board: Board, request: Request, pickId: string | null, label: string): void {
  const { shotId, fromTakeId, approvedBy } = request;
  board.review.system(label, (records) => {
    const shot = records.shot[shotId];
    if (!shot) return records;
    const before = records.take[fromTakeId]?.shotId === shotId ? fromTakeId : null;
    if (approvedBy === 'artist' && shot.status !== 'approved') return records;
    const next: Shot = {
      ...shot,
      pickId: pickId !== null && shot.pickId === before ? pickId : shot.pickId,
      status: 'pending',
    };
    return { ...records, shot: { ...records.shot, [shotId]: next } };
  });
}
