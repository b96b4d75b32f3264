/** Takes that were made and that nobody has looked at yet. */
import type { Take } from '@shared/records/index.js';

export interface Seen {
  /** Takes made up to then are known, in milliseconds since 1970. */
  readonly until: number;
  /** Ids of those that are known and not looked at. */
  readonly unseen: readonly string[];
}

/** With the takes made since. Where nothing is known yet, all that are there count as seen. */
export function noticed(takes: Readonly<Record<string, Take>>, seen: Seen | null): Seen {
  const all = Object.values(takes);
  const until = all.reduce((latest, { createdAt }) => Math.max(latest, createdAt), seen?.until ?? 0);
  if (!seen) return { until, unseen: [] };
  const fresh = all.filter(
    ({ origin, createdAt }) => origin.kind === 'regenerated' && createdAt > seen.until,
  );
  const left = seen.unseen.filter((id) => id in takes);
  if (until === seen.until && left.length === seen.unseen.length) return seen;
  return { until, unseen: [...left, ...fresh.map(({ id }) => id)] };
}

export const seenNow = (seen: Seen, takeId: string): Seen => ({
  ...seen,
  unseen: seen.unseen.filter((id) => id !== takeId),
});
