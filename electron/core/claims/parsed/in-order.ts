/** Claims in the order in which the description comes to their ends, each behind what it hangs on. */
import type { ReadClaim } from '../read-claim.js';

/** Parents may be given before or behind what hangs on them; nothing may hang on itself in the end. */
export function inOrder(claims: readonly ReadClaim[]): ReadClaim[] {
  const ends = new Map<number, number>();
  const reach = (i: number): number => {
    const { span, parents } = claims[i] as ReadClaim;
    // What is nowhere in the words comes last.
    const end = ends.get(i) ?? Math.max(span?.[1] ?? Number.POSITIVE_INFINITY, ...parents.map(reach));
    ends.set(i, end);
    return end;
  };
  // Infinity less itself is no number, which leaves two as they stand.
  const reached = claims.map((_, i) => ({ i, end: reach(i) })).sort((a, b) => a.end - b.end);
  const places = new Map<number, number>();
  const place = (i: number): void => {
    if (places.has(i)) return;
    for (const parent of (claims[i] as ReadClaim).parents) place(parent);
    places.set(i, places.size);
  };
  for (const { i } of reached) place(i);
  return [...places.keys()].map((i) => {
    const claim = claims[i] as ReadClaim;
    return { ...claim, parents: claim.parents.map((parent) => places.get(parent) as number) };
  });
}
