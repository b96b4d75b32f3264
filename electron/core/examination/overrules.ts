/** What the artist decided on claims that the judge failed: cases for and against it. */
import { answerKey, type Verdict } from '@shared/analysis.js';
import { fails, type Thresholds } from '@shared/claim-graph.js';
import { type Case, type Skill, skillOf } from '@shared/examination/index.js';
import { addTo } from '@shared/group-by.js';
import { isHintKey } from '@shared/hint.js';
import {
  byShot,
  type Claim,
  type ClaimKind,
  type Decision,
  inDecisionOrder,
  type Records,
} from '@shared/records/index.js';

export interface Decided {
  readonly records: Pick<Records, 'decision'>;
  readonly claimsOf: (shotId: string) => readonly Claim[];
  readonly verdictsOf: (takeId: string) => readonly Verdict[];
  /** The judge's own. */
  readonly thresholds: Readonly<Record<ClaimKind, Thresholds>>;
  /** Decisions up to then count no more, by skill. Milliseconds since 1970-01-01 UTC. */
  readonly since: Readonly<Partial<Record<Skill, number>>>;
}

/** Whether it says that the frame is right as it is, or that something is wrong with it; null = neither. */
function stanceOf({ kind, prompt }: Decision): 'right' | 'wrong' | null {
  switch (kind) {
    case 'approve':
      return prompt === null ? 'right' : 'wrong';
    case 'edit':
    case 'reject':
    case 'needs-changes':
      return 'wrong';
    default:
      return null;
  }
}

/** Of one shot, by claim and take, so that each is one case however often it was decided on. */
export function casesOf({ records, claimsOf, verdictsOf, thresholds, since }: Decided): Map<Skill, Case[]> {
  const cases = new Map<Skill, Case[]>();
  for (const [shotId, decisions] of byShot(records.decision)) {
    const claims = new Map(claimsOf(shotId).map((claim) => [claim.id, claim]));
    const found = new Map<string, Case & { readonly skill: Skill }>();
    /** Claims that the judge failed on the take. */
    const failed = (takeId: string | null) =>
      takeId === null
        ? []
        : verdictsOf(takeId).flatMap(({ claimId, p }) => {
            const claim = claims.get(claimId);
            return claim && p !== null && fails(p, thresholds[claim.kind].fail) ? [{ claim, p }] : [];
          });
    const note = (takeId: string | null, overruled: boolean, at: number, key?: string): void => {
      for (const { claim, p } of failed(takeId)) {
        const skill = skillOf(claim);
        if (at <= (since[skill] ?? 0) || (key !== undefined && !isAbout(key, claim))) continue;
        found.set(`${takeId} ${answerKey(claim)}`, { p, overruled, skill });
      }
    };
    // What follows from a score is the judge's own word, neither for it nor against it.
    const inOrder = decisions.filter(({ byScore }) => byScore === undefined).sort(inDecisionOrder);
    const standing = new Map<string | null, Decision>();
    for (const decision of inOrder) {
      if (decision.kind === 'reset') standing.delete(decision.takeId);
      else if (stanceOf(decision) !== null) standing.set(decision.takeId, decision);
    }
    for (const decision of standing.values())
      note(decision.takeId, stanceOf(decision) === 'right', decision.at);
    // What was put aside was meant, whatever became of the frame.
    for (const { kind, findingKey, takeId, at } of inOrder)
      if (kind === 'dismiss' && findingKey !== null && !isHintKey(findingKey))
        note(takeId, true, at, findingKey);
    for (const { skill, p, overruled } of found.values()) addTo(cases, skill, { p, overruled });
  }
  return cases;
}

/** Whether a finding's key, of its kind, shot and statement, is about the claim. */
function isAbout(key: string, { shotId, text, negated }: Claim): boolean {
  return key.endsWith(`:${shotId}:${negated ? 'no ' : ''}${text}`);
}
