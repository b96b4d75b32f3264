import type { Edit } from '@shared/analysis.js';
import { applyEdits } from '@shared/edits.js';
import type { Take } from '@shared/records/index.js';
import type { Draft } from '../stores/session.js';
import type { ShotView } from './shot-view.js';

/** The prompt as it would be approved now: the suggestion's edits that are on, then what was typed by hand. */
export interface Proposal {
  readonly take: Take;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly seed: 'keep' | 'new';
  readonly strength: number | null;
  readonly acceptedEdits: readonly string[];
  readonly edited: boolean;
  /** It would make another picture; otherwise approving takes the frame as it is. */
  readonly changes: boolean;
}

export const emptyDraft = (takeId: string): Draft => ({
  takeId,
  off: [],
  prompt: null,
  negativePrompt: null,
  seed: null,
  strength: null,
});

export const editsOf = (view: ShotView): readonly Edit[] =>
  view.suggestion && view.suggestion.takeId === view.pick?.id ? view.suggestion.edits : [];

/** null when the shot has no picture to start from. A draft made for an earlier pick no longer counts. */
export function proposalOf(view: ShotView, draft: Draft | undefined): Proposal | null {
  const take = view.pick;
  if (!take) return null;
  const { off, prompt, negativePrompt, seed, strength } =
    draft?.takeId === take.id ? draft : emptyDraft(take.id);
  const on = editsOf(view).filter((edit) => !off.includes(edit.key));
  const applied = applyEdits(take.prompt, take.negativePrompt, on);
  const words = {
    prompt: prompt ?? applied.prompt,
    negativePrompt: negativePrompt ?? applied.negativePrompt,
  };
  const wantsNewSeed = seed === 'new' || (seed === null && applied.newSeed);
  return {
    take,
    ...words,
    seed: wantsNewSeed || take.seed === null ? 'new' : 'keep',
    strength,
    acceptedEdits: on.map((edit) => edit.key),
    edited: words.prompt !== applied.prompt || words.negativePrompt !== applied.negativePrompt,
    changes: words.prompt !== take.prompt || words.negativePrompt !== take.negativePrompt || wantsNewSeed,
  };
}
