/** The orders as the artist watches them: what is being made, what waits, and what came to nothing. */
import { groupBy } from '@shared/group-by.js';
import { byName } from '@shared/natural-order.js';
import { type BoardRecords, isOutdated } from '@shared/out-of-date/index.js';
import {
  byShot,
  lastRound,
  madeNothing,
  queuedInPlay,
  type Records,
  type Request,
} from '@shared/records/index.js';

export interface QueueView {
  readonly making: readonly Request[];
  /** What comes first first. */
  readonly waiting: readonly Request[];
  /** Approved for something that changed since: not made before another look. */
  readonly outdated: readonly Request[];
  /** The last of their shot; the last is first. */
  readonly failed: readonly Request[];
  /** As those that failed: whether their picture was made cannot be found out, so that it waits for a yes. */
  readonly unknown: readonly Request[];
}

/** The queue in a few words, without what is being made; '' where nothing waits and nothing went wrong. */
export function queueWords(queue: Omit<QueueView, 'making'>, paused: boolean): string {
  const { waiting, outdated, failed, unknown } = queue;
  const parts: [readonly Request[], string][] = [
    [waiting, paused ? 'paused' : 'waiting'],
    [outdated, 'out of date'],
    [failed, 'not made'],
    [unknown, 'unknown'],
  ];
  return parts.flatMap(([of, word]) => (of.length > 0 ? [`${of.length} ${word}`] : [])).join(', ');
}

/** `makes`: whether a generator makes what is ordered of it; what waits without one is kept for the feedback. */
export function queueOf(records: BoardRecords, makes: (generator: string) => boolean): QueueView {
  const { request } = records;
  const all = Object.values(request);
  const ordered = groupBy(
    queuedInPlay(records).filter(({ generator }) => makes(generator)),
    isOutdated(records),
  );
  const ended = groupBy(
    [...byShot(request).values()].flatMap(endedOf).sort((a, b) => b.createdAt - a.createdAt),
    ({ state }) => state === 'unknown',
  );
  return {
    making: all.filter(({ state }) => state === 'running').sort((a, b) => a.position - b.position),
    waiting: ordered.get(false) ?? [],
    outdated: ordered.get(true) ?? [],
    failed: ended.get(false) ?? [],
    unknown: ended.get(true) ?? [],
  };
}

/** Of the requests of one shot, those of its last round that failed or are of unknown outcome. */
export function endedOf(requests: readonly Request[]): readonly Request[] {
  // Of nearly all shots there is none, and this is asked of every shot when one order changes.
  return requests.some(madeNothing) ? lastRound(requests).filter(madeNothing) : [];
}

/** Which of its set a request is, from 1; null where it was ordered alone. */
export function candidateOf(
  { request }: Pick<Records, 'request'>,
  { id, shotId, setId }: Request,
): { readonly number: number; readonly of: number } | null {
  if (setId === null) return null;
  const set = (byShot(request).get(shotId) ?? []).filter((one) => one.setId === setId).map((one) => one.id);
  return { number: set.sort(byName).indexOf(id) + 1, of: set.length };
}

/** Where a request that moves up or down by one stands then: before which; undefined where it cannot. */
export function neighbourOf(
  waiting: readonly Request[],
  requestId: string,
  by: -1 | 1,
): string | null | undefined {
  const at = waiting.findIndex(({ id }) => id === requestId);
  if (at < 0 || at + by < 0 || at + by >= waiting.length) return undefined;
  return waiting[by < 0 ? at - 1 : at + 2]?.id ?? null;
}
