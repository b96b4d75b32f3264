/** Ways to change a prompt, of which the first is taken that loses nothing. */
import type { Edit } from '@shared/analysis.js';
import type { Answered } from './make-edit.js';
import { newSeed } from './new-seed.js';
import type { PromptReading } from './prompt-reading.js';

/** A way to say it; [] = there is none. */
export type Way = () => Edit[];

/**
 * The first of these ways after which the prompt still asks for whatever it asks for and holds. Else another seed: for
 * the reason that a way gave, or because other words would lose something.
 */
export function keeping(answered: Answered, reading: PromptReading, ways: readonly Way[]): Edit[] {
  let seed: Edit[] = [];
  for (const way of ways) {
    const edits = way();
    if (edits.length === 0) continue;
    if (edits.every(({ target }) => target === 'seed')) {
      if (seed.length === 0) seed = edits;
      continue;
    }
    const [lost] = edits.flatMap((edit) => reading.lostBy(edit) ?? []);
    if (lost === undefined) return edits;
    if (seed.length === 0) seed = newSeed(answered, wouldLose(lost));
  }
  return seed;
}

/** Why no words are changed. */
export const wouldLose = (text: string): string => `Try another seed: other words would lose “${text}”`;
