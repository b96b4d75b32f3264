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

/** Nothing that waits is begun. */
export const isPaused = ({ queue }: Pick<Records, 'queue'>): boolean => queue.queue?.paused ?? false;

/**
 * The requests of a queue whose position changes when one of them moves before another, or to the end where that is
 * null. The positions stay those that there are, as far as no two are the same.
 */
export function movedInQueue(
  waiting: readonly Request[],
  requestId: string,
  beforeId: string | null,
): Request[] {
  if (beforeId === requestId) return [];
  const moved = waiting.filter(({ id }) => id === requestId);
  const others = waiting.filter(({ id }) => id !== requestId);
  const at = others.findIndex(({ id }) => id === beforeId);
  const next = at < 0 ? [...others, ...moved] : [...others.slice(0, at), ...moved, ...others.slice(at)];
  let last = Number.NEGATIVE_INFINITY;
  const positions = waiting.map(({ position }) => {
    last = Math.max(position, last + 1);
    return last;
  });
  return next.flatMap((request, i) => {
    const position = positions[i] as number;
    return position === request.position ? [] : [{ ...request, position }];
  });
}
