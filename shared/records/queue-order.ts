/** The order in which requests are made. */
import { byName } from '../natural-order.js';
import type { Request } from './request.js';
import type { Records } from './tables.js';

/** Candidates of one set stand together, as all requests do that were ordered at once. */
const inQueueOrder = (a: Request, b: Request): number =>
  a.position - b.position || a.createdAt - b.createdAt || a.round - b.round || byName(a.id, b.id);

/** What waits to be made, what comes first first. */
export const queued = ({ request }: Pick<Records, 'request'>): Request[] =>
  Object.values(request)
    .filter(({ state }) => state === 'queued')
    .sort(inQueueOrder);

/** The same, of shots that are in play. */
export const queuedInPlay = (all: Pick<Records, 'request' | 'shot'>): Request[] =>
  queued(all).filter(({ shotId }) => all.shot[shotId]?.omitted !== true);

/** Nothing that waits is begun. */
export const isPaused = ({ queue }: Pick<Records, 'queue'>): boolean => queue.queue?.paused ?? false;

/**
 * The requests of a queue whose position changes when one of them moves before another, or to the end where that is
 * null: it alone, where there is room beside its neighbours. Where they were ordered at once there is none, and the
 * positions become those that there are, as far as no two are the same.
 */
export function movedInQueue(
  waiting: readonly Request[],
  requestId: string,
  beforeId: string | null,
): Request[] {
  const moved = waiting.find(({ id }) => id === requestId);
  if (!moved || beforeId === requestId) return [];
  const others = waiting.filter(({ id }) => id !== requestId);
  const found = others.findIndex(({ id }) => id === beforeId);
  const at = found < 0 ? others.length : found;
  if (waiting[at] === moved) return [];
  const position = between(others[at - 1]?.position ?? null, others[at]?.position ?? null);
  if (position !== null) return [{ ...moved, position }];
  const next = others.toSpliced(at, 0, moved);
  let last = Number.NEGATIVE_INFINITY;
  const positions = waiting.map((one) => {
    last = Math.max(one.position, last + 1);
    return last;
  });
  return next.flatMap((request, i) => {
    const own = positions[i] as number;
    return own === request.position ? [] : [{ ...request, position: own }];
  });
}

/** Null where there is no number between. `before` and `after`: null at the ends. */
function between(before: number | null, after: number | null): number | null {
  if (before === null || after === null) return after === null ? (before ?? 0) + 1 : after - 1;
  const middle = before + (after - before) / 2;
  return middle > before && middle < after ? middle : null;
}
