/** How far several judges agree on one claim. */
import { z } from 'zod';

/** What one of several judges said of a claim. */
export const memberAnswer = z.object({
  /** The judge's id. */
  id: z.string(),
  p: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Its calibrated probability of yes, as it counted. 0 to 1; null = it declined.'),
});

export type MemberAnswer = z.infer<typeof memberAnswer>;

/** What an answer of several judges carries besides its p. */
export const agreementFields = {
  agreement: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'How far they agree. 0 to 1: 1 = all who answered said the same, 0 = two said opposite things for certain; absent with fewer than two.',
    )
    .exactOptional(),
  members: z.array(memberAnswer).exactOptional(),
};

/** 1 less the mean difference of p over all pairs; null with fewer than two. */
export function agreementOf(ps: readonly number[]): number | null {
  if (ps.length < 2) return null;
  // In order, each difference to a neighbour counts once for every pair that spans it.
  const sorted = [...ps].sort((a, b) => a - b);
  const apart = sorted
    .slice(1)
    .reduce((sum, p, at) => sum + (p - (sorted[at] as number)) * (at + 1) * (ps.length - at - 1), 0);
  return Math.min(1, Math.max(0, 1 - apart / ((ps.length * (ps.length - 1)) / 2)));
}

/** "the judges disagree: A 0.92, B 0.11". */
export function disagreementText(
  members: readonly MemberAnswer[],
  nameOf: (id: string) => string = (id) => id,
): string {
  const said = members.flatMap(({ id, p }) => (p === null ? [] : [`${nameOf(id)} ${p.toFixed(2)}`]));
  return `the judges disagree: ${said.join(', ')}`;
}
