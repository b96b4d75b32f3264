/** Which of two takes of a shot serves the storyboard better, by what the judge and the measures say. */
import type { Board } from '@core/board/index.js';
import type { Finding, Outcome } from '@shared/analysis.js';
import type { Take } from '@shared/records/index.js';
import { openAmong } from '@shared/severity.js';

const COST: Readonly<Record<Finding['severity'], number>> = { high: 1, medium: 0.5, low: 0.15 };
/** Differences of the description score below this are noise. */
const SCORE_NOISE = 0.005;

export interface Standing {
  /** What its open findings weigh; 0 = nothing flagged. */
  readonly cost: number;
  /** 0–1; null when not judged. */
  readonly description: number | null;
  /** Ids of the claims that it fails. */
  readonly failed: ReadonlySet<string>;
  /** Ids of those that the judge has no answer to: of a picture unlike all that it knows, that is every one. */
  readonly open: ReadonlySet<string>;
}

/** How a take stands on the board when it is its shot's pick: on the claims that failed and on those that passed. */
export async function standingOf(board: Board, take: Take): Promise<Standing> {
  const { analysis, findings } = await board.asPick(take);
  const claims = (outcome: Outcome): Set<string> =>
    new Set(analysis?.verdicts.flatMap((one) => (one.outcome === outcome ? [one.claimId] : [])));
  return {
    cost: openAmong(findings).reduce((sum, { severity }) => sum + COST[severity], 0),
    description: analysis?.scores.description ?? null,
    failed: claims('fail'),
    open: claims('not-judged'),
  };
}

/** True when `next` should become the pick in place of `old`. A tie keeps the old one, and nothing is better for not having been judged. */
export function isBetter(next: Standing, old: Standing): boolean {
  if (next.description === null && old.description !== null) return false;
  if ([...old.failed].some((claimId) => next.open.has(claimId))) return false;
  if (next.cost !== old.cost) return next.cost < old.cost;
  return (next.description ?? 0) - (old.description ?? 0) > SCORE_NOISE;
}
