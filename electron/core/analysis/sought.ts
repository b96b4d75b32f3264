/** By which claim somebody or something is looked for in a picture, to cut it to them. */
import type { Verdict } from '@shared/analysis.js';
import { type Claim, hasPlace } from '@shared/records/index.js';

export interface Shown {
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Pick<Verdict, 'claimId' | 'outcome'>[];
}

/** Whom or what a claim is about, in a picture where `holds` says whether it passes there; null = no part of it. */
export function soughtBy(claim: Claim, claims: readonly Claim[], holds: boolean): Claim | null {
  if (!hasPlace(claim)) return null;
  // What should not be there is seen where it fails.
  if (claim.negated) return holds ? null : claim;
  // Who it is: of a close-up, "a girl in a red coat" is found where the coat is, without the face.
  const above = claims.filter(({ id }) => claim.parents.includes(id)).find(hasPlace);
  const who = above && (above.kind === 'entity' ? above : soughtBy(above, claims, false));
  return who ?? (holds ? claim : null);
}

/** Somebody of whom these facts are, in a picture of a shot that speaks of them. */
export function soughtOf(factIds: ReadonlySet<string>, { claims, verdicts }: Shown): Claim | null {
  const passing = new Set(verdicts.flatMap(({ claimId, outcome }) => (outcome === 'pass' ? [claimId] : [])));
  const own = claims.filter(({ factId, negated }) => factId !== null && factIds.has(factId) && !negated);
  for (const claim of own) {
    const sought = soughtBy(claim, claims, passing.has(claim.id));
    if (sought) return sought;
  }
  return null;
}
