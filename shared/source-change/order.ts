import { displaced } from '../displaced.js';

export interface NewOrder {
  /** Ids in story order. */
  readonly order: readonly string[];
  /** Those that their source moved. */
  readonly moved: readonly string[];
}

/**
 * `mine`: ids as the artist has them, `then`: as the source had them, `now`: as it has them. An order that the source
 * changed counts where the artist changed none; new shots follow those that they follow in the source.
 */
export function newOrder(mine: readonly string[], then: readonly string[], now: readonly string[]): NewOrder {
  const here = new Set(mine);
  const left = new Set(now);
  const kept = mine.filter((id) => left.has(id));
  const wanted = now.filter((id) => here.has(id));
  const were = then.filter((id) => left.has(id));
  if (kept.join() === were.join()) return { order: now, moved: outOfLine(wanted, were) };
  return { order: withOthers(kept, now), moved: [] };
}

/** `order`, and each other one of `from` behind the one of them that it follows there, or before all. */
export function withOthers(order: readonly string[], from: readonly string[]): string[] {
  const first: string[] = [];
  const following = new Map(order.map((id): [string, string[]] => [id, []]));
  let others = first;
  for (const id of from) {
    const own = following.get(id);
    if (own) others = own;
    else others.push(id);
  }
  return [...first, ...order.flatMap((id) => [id, ...(following.get(id) as string[])])];
}

/** The fewest ids that, moved, make `before` of `after`. */
function outOfLine(after: readonly string[], before: readonly string[]): string[] {
  const place = new Map(before.map((id, at) => [id, at]));
  return displaced(after.map((id) => place.get(id) ?? 0)).map((at) => after[at] as string);
}
