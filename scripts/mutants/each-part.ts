import type { Mutant } from './score.js';

export interface Planted {
  mutants: Mutant[];
  /** Parts that could not be measured, and why. */
  failed: { part: string; why: string }[];
}

/** Plants in one part after the other. One that fails is named, and costs no other part its figures. */
export async function eachPart<P extends { part: string }>(
  parts: readonly P[],
  plantIn: (part: P) => Promise<Mutant[]>,
): Promise<Planted> {
  const planted: Planted = { mutants: [], failed: [] };
  for (const one of parts) {
    try {
      planted.mutants.push(...(await plantIn(one)));
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      planted.failed.push({ part: one.part, why });
    }
  }
  return planted;
}
