/** By which claim somebody or something is looked for in a picture, to cut it to them. */
import type { Verdict } from '@shared/analysis.js';
import type { Claim, ClaimKind } from '@shared/records/index.js';

/** What has a place in a picture; the others are about the whole of it. */
const PLACED: ReadonlySet<ClaimKind> = new Set(['entity', 'attribute', 'action', 'relation']);

export interface Shown {
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Pick<Verdict, 'claimId' | 'outcome'>[];
}

/** Whom or what a claim is about, in a picture where `holds` says whether it passes there; null = no part of it. */
export function soughtBy(claim: Claim, claims: readonly Claim[], holds: boolean): Claim | null {
  if (!PLACED.has(claim.kind)) return null;
  // What should not be there is seen where it fails.
  if (claim.negated) return holds ? null : claim;
  if (holds) return claim;
  const above = claims.filter(({ id }) => claim.parents.includes(id)).find(({ kind }) => PLACED.has(kind));
  if (!above) return null;
  return above.kind === 'entity' ? above : soughtBy(above, claims, false);
}

/** Somebody of whom these facts are, in a picture of a shot that speaks of them: by what it shows of that, else by who it is. */
export function soughtOf(factIds: ReadonlySet<string>, { claims, verdicts }: Shown): Claim | null {
  const passing = new Set(verdicts.flatMap(({ claimId, outcome }) => (outcome === 'pass' ? [claimId] : [])));
  const own = claims.filter(({ factId, negated }) => factId !== null && factIds.has(factId) && !negated);
  const holding = own.find(({ id, kind }) => passing.has(id) && PLACED.has(kind));
  if (holding) return holding;
  for (const claim of own) {
    const sought = soughtBy(claim, claims, false);
    if (sought) return sought;
  }
  return null;
}
