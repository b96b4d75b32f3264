import { claimsStated, partsOf, type Stated } from '@core/claims/index.js';
import type { Claim } from '@shared/records/index.js';
import { claimId } from './claim-id.js';

/** What the storyboard's source states of a shot in fields beside its description. No two say the same. */
export function claimsOfSource(shotId: string, stated: readonly Stated[]): Claim[] {
  const claims = new Map<string, Claim>();
  for (const one of stated) {
    const read = claimsStated(one);
    const ids = read.map(({ kind, text, negated }) => claimId(shotId, kind, text, negated));
    for (const [at, claim] of read.entries()) {
      const { kind, text, weight, negated, parents } = claim;
      const id = ids[at] as string;
      if (claims.has(id)) continue;
      claims.set(id, {
        id,
        shotId,
        kind,
        text,
        ...partsOf(claim),
        parents: parents.map((parent) => ids[parent] as string),
        span: null,
        weight,
        negated,
        muted: false,
        source: 'file',
        factId: null,
      });
    }
  }
  return [...claims.values()];
}
