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
  const reached = claims
    .map((_, i) => ({ i, end: reach(i) }))
    // Infinity less itself is no number.
    .sort((a, b) => (a.end === b.end ? a.i - b.i : a.end - b.end));
  const places = new Map<number, number>();
  const place = (i: number): void => {
    for (const parent of (claims[i] as ReadClaim).parents) if (!places.has(parent)) place(parent);
    if (!places.has(i)) places.set(i, places.size);
  };
  for (const { i } of reached) place(i);
  return [...places.keys()].map((i) => {
    const claim = claims[i] as ReadClaim;
    return { ...claim, parents: claim.parents.map((parent) => places.get(parent) as number) };
  });
}
