/** What a board shows of its judge: how it answers where claims hold, and where they contradict. */
import type { Board } from '@core/board/index.js';
import { answerKey } from '@shared/analysis.js';
import { type Evidence, skillOf } from '@shared/examination/index.js';
import { groupBy } from '@shared/group-by.js';
import { median } from '@shared/median.js';
import type { Claim } from '@shared/records/index.js';
import { answeredP } from './answered.js';
import { contradictionsOn, picksOf } from './examine-board.js';

export type BoardEvidence = Pick<Evidence, 'pairs' | 'own' | 'usual'>;

export const NO_EVIDENCE: BoardEvidence = { pairs: [], own: new Map(), usual: new Map() };

/** Picks that show how a judge answers: more of them say nothing else. */
const PICKS = 300;
/** Pictures that must say what is usual of words. */
const LEAST_USUAL = 3;

export function boardEvidence(board: Board): BoardEvidence {
  const answerOn = (shotId: string, claim: Parameters<typeof answerKey>[0]): number | null => {
    const [take] = picksOf(board, [shotId]);
    return answeredP(take && board.judgement(take)?.answers[answerKey(claim)]);
  };
  const asked: { readonly claim: Claim; readonly p: number }[] = [];
  const { shots } = board;
  const step = Math.max(1, shots.length / PICKS);
  for (let at = 0; at < shots.length; at += step) {
    const { id } = shots[Math.floor(at)] as (typeof shots)[number];
    for (const claim of board.claimsOf(id)) {
      const p = claim.negated || claim.muted ? null : answerOn(id, claim);
      if (p !== null) asked.push({ claim, p });
    }
  }
  const said = contradictionsOn(board).map(({ skill, claim, shots: others }) => ({
    skill,
    claim,
    holds: answerOn(claim.shotId, claim),
    elsewhere: others.flatMap((shotId) => answerOn(shotId, claim) ?? []),
  }));
  return {
    own: byStatement(asked),
    pairs: said.flatMap(({ skill, holds, elsewhere }) =>
      holds === null || elsewhere.length === 0 ? [] : [{ skill, holds, fails: median(elsewhere) }],
    ),
    usual: new Map(
      said
        .filter(({ elsewhere }) => elsewhere.length >= LEAST_USUAL)
        .map(({ claim, elsewhere }) => [answerKey(claim), median(elsewhere)]),
    ),
  };
}

function byStatement(asked: readonly { readonly claim: Claim; readonly p: number }[]): Evidence['own'] {
  const bySkill = groupBy(asked, ({ claim }) => skillOf(claim));
  return new Map(
    [...bySkill].map(([skill, ofSkill]) => {
      const statements = groupBy(ofSkill, ({ claim }) => answerKey(claim));
      return [skill, [...statements.values()].map((same) => same.map(({ p }) => p))];
    }),
  );
}
