/** Claims in the order in which the description comes to their ends, each behind what it hangs on. */
import type { ReadClaim } from '../read-claim.js';

export function inOrder(claims: readonly ReadClaim[]): ReadClaim[] {
  const ends: number[] = [];
  // What is nowhere in the words comes last. Parents stand before what hangs on them already.
  for (const { span, parents } of claims)
    ends.push(Math.max(span?.[1] ?? Number.POSITIVE_INFINITY, ...parents.map((parent) => ends[parent] ?? 0)));
  const order = claims.map((_, i) => i).sort((a, b) => (ends[a] as number) - (ends[b] as number) || a - b);
  const places = new Map(order.map((from, to) => [from, to]));
  return order.map((i) => {
    const claim = claims[i] as ReadClaim;
    return { ...claim, parents: claim.parents.map((parent) => places.get(parent) as number) };
  });
}
