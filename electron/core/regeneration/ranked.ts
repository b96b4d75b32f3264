import type { Board } from '@core/board/index.js';
import { byShot, openSet, type Take } from '@shared/records/index.js';
import { isBetter, type Standing, standingOf } from './better.js';

/** Ids of the candidates of a shot that wait for a choice and of the take that they start from, the best first; [] = none wait. */
export async function rankedCandidates(board: Board, shotId: string): Promise<string[]> {
  const { request, take } = board.review.records;
  const set = openSet(board.shot(shotId), byShot(request).get(shotId) ?? []);
  const [first] = set;
  if (!first) return [];
  const made = set.flatMap(({ resultTakeId }) => take[resultTakeId ?? ''] ?? []);
  return (await ranked(board, [board.take(first.fromTakeId), ...made])).map(({ take: { id } }) => id);
}

interface Placed {
  readonly take: Take;
  readonly standing: Standing;
}

/** Takes of one shot, the best first; see `rank`. */
export async function ranked(board: Board, takes: readonly Take[]): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const take of takes) placed.push({ take, standing: await standingOf(board, take) });
  return rank(placed.map(({ standing }) => standing)).flatMap((at) => placed[at] ?? []);
}

/**
 * The indices of what is compared, the best first. Each is set beside each other one, as two takes are: it counts how
 * many it is better than, less how many are better than it (Copeland's rule). So one that is better than all others
 * comes first, and one that all others are better than comes last, although "better" alone gives no order: of three
 * takes two neighbours may each differ by less than the judge's noise, and the outer ones by more. Among equals the
 * lower cost, then the higher score, then the one that stands first, which is the take that there is already. What the
 * judge could say nothing of comes last.
 */
export function rank(standings: readonly Standing[]): number[] {
  const lead = standings.map((one) =>
    standings.reduce((sum, other) => sum + Number(isBetter(one, other)) - Number(isBetter(other, one)), 0),
  );
  const at = (index: number) => ({ lead: lead[index] ?? 0, ...(standings[index] as Standing) });
  return standings
    .map((_, index) => index)
    .sort((a, b) => {
      const [left, right] = [at(a), at(b)];
      return (
        Number(left.description === null) - Number(right.description === null) ||
        right.lead - left.lead ||
        left.cost - right.cost ||
        (right.description ?? 0) - (left.description ?? 0)
      );
    });
}
