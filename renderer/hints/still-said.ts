import type { ShotPrompt } from '@shared/contract/index.js';
import type { Hint } from '@shared/hint.js';

/** An answer of the host; `prompts` null = of those that are suggested. */
export interface SaidHints {
  readonly prompts: readonly ShotPrompt[] | null;
  readonly hints: readonly Hint[];
}

const NONE: readonly Hint[] = [];

/** What of an answer is about prompts as they are now: until the next one has come, that stays on the screen. */
export function stillSaid(said: SaidHints, prompts: SaidHints['prompts']): readonly Hint[] {
  if (said.prompts === null || prompts === null) return said.prompts === prompts ? said.hints : NONE;
  const [then, now] = [said.prompts, prompts].map(
    (all) => new Map(all.map(({ shotId, prompt }) => [shotId, prompt])),
  );
  return said.hints.filter(({ shotId }) => now?.has(shotId) && then?.get(shotId) === now.get(shotId));
}
