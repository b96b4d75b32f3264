import type { Outcome, Verdict } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';

/** A piece of the description, with the claims that came from it. */
interface Segment {
  readonly text: string;
  readonly claims: readonly Claim[];
  /** The worst of its claims; null where nothing was asked. */
  readonly outcome: Outcome | null;
}

const WORST: readonly Outcome[] = ['fail', 'unsure', 'skipped', 'not-judged', 'pass'];

const outcomeOf = (claim: Claim, verdicts: ReadonlyMap<string, Verdict>): Outcome =>
  claim.muted ? 'not-judged' : (verdicts.get(claim.id)?.outcome ?? 'not-judged');

/**
 * Cuts a description at the edges of its claims. The pieces joined are the description; a claim whose span
 * lies outside the text (the description was edited since) is left out.
 */
export function segmentsOf(
  description: string,
  claims: readonly Claim[],
  verdicts: ReadonlyMap<string, Verdict>,
): readonly Segment[] {
  const spans = claims.flatMap((claim) => {
    const [start, end] = claim.span ?? [0, 0];
    return start >= 0 && end > start && end <= description.length ? [{ claim, start, end }] : [];
  });
  const cuts = new Set([0, description.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? description.length;
    const over = spans
      .filter((span) => span.start <= start && span.end >= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
      .map((span) => span.claim);
    const outcomes = over.map((claim) => outcomeOf(claim, verdicts));
    return {
      text: description.slice(start, end),
      claims: over,
      outcome: WORST.find((outcome) => outcomes.includes(outcome)) ?? null,
    };
  });
}
