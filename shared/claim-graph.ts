/** Claims as a graph (Davidsonian scene graph, Cho et al. 2024): what hangs on a failed claim is skipped, not failed. */
import type { Outcome, Verdict } from './analysis.js';
import { contrasted, type Reading } from './contrasted.js';
import type { Claim } from './records/index.js';

export { fails, type Reading, type Thresholds } from './contrasted.js';

/** What the judge said of the claim's text: P(yes), beside that of its likeliest opposite; or why it said nothing. */
export type ClaimAnswer =
  | number
  | { readonly p: number; readonly contrast?: number | undefined }
  | { readonly notJudged: string };

/** Parents before children; claims of one depth keep their order. Parents that are not among them are ignored. */
export function inDependencyOrder<C extends Pick<Claim, 'id' | 'parents'>>(claims: readonly C[]): C[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const ordered = new Set<C>();
  const open = new Set<C>();
  const visit = (claim: C): void => {
    // A ring of parents cannot be ordered; whoever is met first goes last.
    if (ordered.has(claim) || open.has(claim)) return;
    open.add(claim);
    for (const parent of claim.parents) {
      const found = byId.get(parent);
      if (found) visit(found);
    }
    open.delete(claim);
    ordered.add(claim);
  };
  for (const claim of claims) visit(claim);
  return [...ordered];
}

/** Written out, because V8 keeps a hidden class for every object that is made by spreading another: 300 bytes each. */
const verdictOf = (claim: Claim, p: number | null, outcome: Outcome, reason: string): Verdict => ({
  claimId: claim.id,
  kind: claim.kind,
  text: claim.text,
  weight: claim.weight,
  p,
  outcome,
  reason,
});

/**
 * Verdicts of every claim that is not muted, in dependency order. `answers` hold P(yes) of the text as written;
 * a negated claim passes when that is low. `p` of a verdict is always the probability that all is as wished.
 */
export function settle(
  claims: readonly Claim[],
  answers: ReadonlyMap<string, ClaimAnswer>,
  readingOf: (claim: Claim) => Reading,
): Verdict[] {
  const outcomes = new Map<string, Verdict>();
  const texts = new Map(claims.map((claim) => [claim.id, claim.text]));
  for (const claim of inDependencyOrder(claims)) {
    if (claim.muted) continue;
    const failed = claim.parents.find((parent) => {
      const outcome = outcomes.get(parent)?.outcome;
      return outcome === 'fail' || outcome === 'skipped';
    });
    const answer = answers.get(claim.id);
    if (failed !== undefined) {
      const reason = `“${texts.get(failed) ?? ''}” was not found`;
      outcomes.set(claim.id, verdictOf(claim, null, 'skipped', reason));
      continue;
    }
    const reading = readingOf(claim);
    const said = typeof answer === 'number' ? { p: answer } : answer;
    if (reading.silence !== undefined) {
      outcomes.set(claim.id, verdictOf(claim, null, 'not-judged', reading.silence));
    } else if (!said || 'notJudged' in said) {
      const reason = said?.notJudged ?? 'the judge gave no answer';
      outcomes.set(claim.id, verdictOf(claim, null, 'not-judged', reason));
    } else {
      const { p, outcome, reason } = contrasted(claim, said, reading);
      outcomes.set(claim.id, verdictOf(claim, p, outcome, reason));
    }
  }
  return [...outcomes.values()];
}

/** Share of the whole-sentence question in the description score where a judge states none of its own. */
export const WHOLE_WEIGHT = 0.25;

/**
 * 0–1: the weighted mean of p, skipped claims as 0 and claims not judged left out, mixed with the
 * whole-sentence P(yes) by `wholeWeight` (0 = claims only). Null when nothing was judged.
 */
export function descriptionScore(
  verdicts: readonly Verdict[],
  whole: number | null,
  wholeWeight = WHOLE_WEIGHT,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const { outcome, p, weight } of verdicts) {
    if (outcome === 'not-judged') continue;
    sum += weight * (p ?? 0);
    weights += weight;
  }
  const claims = weights > 0 ? sum / weights : null;
  if (claims === null || whole === null) return claims ?? whole;
  return (1 - wholeWeight) * claims + wholeWeight * whole;
}
