/** What the artist said of single pictures, over what was found. */
import type { MatchChoice } from './choice.js';
import type { LeftOut, Matching } from './matching.js';
import type { ShotToMatch } from './shot-index.js';
import { shotFinder } from './shot-names.js';
import { byNameOfTake } from './take-order.js';

export const BY_HAND: Omit<LeftOut, 'path'> = { reason: 'left out by hand', kind: 'aside' };

/** Paths that are no picture's are passed over: it may come back. */
export function putByHand(
  matching: Matching,
  shots: readonly ShotToMatch[],
  pictures: readonly string[],
  choice: MatchChoice['pictures'],
): Matching {
  const chosen = new Map(Object.entries(choice));
  const here = pictures.filter((path) => chosen.has(path));
  if (here.length === 0) return matching;
  const find = shotFinder(shots);
  const takes = matching.takes.map((paths) => paths.filter((path) => !chosen.has(path)));
  const leftOut = matching.leftOut.filter(({ path }) => !chosen.has(path));
  const by = new Map(matching.by);
  const touched = new Set<number>();
  for (const path of here) {
    by.delete(path);
    const name = chosen.get(path) ?? null;
    const shot = name === null ? undefined : find(name);
    if (shot === undefined)
      leftOut.push({
        path,
        ...(name === null
          ? BY_HAND
          : { reason: `shot ${name}, where you put it, is gone`, kind: 'unmatched' }),
      });
    else {
      takes[shot]?.push(path);
      touched.add(shot);
      by.set(path, 'hand');
    }
  }
  // Those that the source names stay first: they are in no order of names.
  const rank = (path: string): number => (by.get(path) === 'source' ? 0 : 1);
  for (const shot of touched)
    takes[shot] = (takes[shot] ?? []).sort((a, b) =>
      rank(a) + rank(b) < 2 ? rank(a) - rank(b) : byNameOfTake(a, b),
    );
  leftOut.sort((a, b) => byNameOfTake(a.path, b.path));
  const isInOrder = [...by.values()].includes('order');
  const { guesses } = matching;
  return {
    ...matching,
    takes,
    leftOut,
    by,
    guesses: {
      ...guesses,
      isInOrder: isInOrder && guesses.isInOrder,
      alike: isInOrder ? guesses.alike : [],
    },
  };
}
