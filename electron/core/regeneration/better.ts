/** Which of two takes of a shot serves the storyboard better, by what the judge and the measures say. */
import type { Board } from '@core/board/index.js';
import type { Finding, Outcome } from '@shared/analysis.js';
import type { Take } from '@shared/records/index.js';
import { openAmong } from '@shared/severity.js';
import { type ClaimStanding, type Compared, preference } from './preference.js';

const COST: Readonly<Record<Finding['severity'], number>> = { high: 1, medium: 0.5, low: 0.15 };
/** Log-odds that two takes may differ by and still be as good as each other. */
const AS_GOOD = 0.3;
/** Differences of the description score below this are noise. */
const SCORE_NOISE = 0.005;

export interface Standing extends Compared {
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
  const verdicts = analysis?.verdicts ?? [];
  const { scores } = analysis ?? {};
  const claims = (outcome: Outcome): Set<string> =>
    new Set(verdicts.flatMap((one) => (one.outcome === outcome ? [one.claimId] : [])));
  return {
    cost: openAmong(findings).reduce((sum, { severity }) => sum + COST[severity], 0),
    claims: new Map(
      verdicts.flatMap(({ claimId, p, weight }): [string, ClaimStanding][] =>
        p === null ? [] : [[claimId, { p, weight }]],
      ),
    ),
    style: scores?.style ?? null,
    brand: scores?.brand ?? null,
    quality: scores?.quality ?? null,
    description: scores?.description ?? null,
    failed: claims('fail'),
    open: claims('not-judged'),
  };
}

/**
 * True when `next` should become the pick in place of `old`. A tie keeps the old one, and nothing is better for not having
 * been judged.
 */
export function isBetter(next: Standing, old: Standing): boolean {
  if (next.description === null && old.description !== null) return false;
  if ([...old.failed].some((claimId) => next.open.has(claimId))) return false;
  const preferred = preference(next, old);
  if (Math.abs(preferred) > AS_GOOD) return preferred > 0;
  return (next.description ?? 0) - (old.description ?? 0) > SCORE_NOISE;
}
