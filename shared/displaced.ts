import { rankIn } from './rank-in.js';

/**
 * Which of these went elsewhere, as few as can be: all others stand in the order in which they stood. `was`: where each
 * stood, in the order in which they stand now; no two are equal. Returns indices.
 */
export function displaced(was: readonly number[]): number[] {
  // The longest rising row: of those of each length the one that ends lowest, and where it ends.
  const lowest: number[] = [];
  const ends: number[] = [];
  const before = was.map((place, at) => {
    const length = rankIn(lowest, place);
    lowest[length] = place;
    ends[length] = at;
    return ends[length - 1];
  });
  const stays = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) stays.add(at);
  return was.flatMap((_, at) => (stays.has(at) ? [] : [at]));
}
