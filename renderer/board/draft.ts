import type { Edit } from '@shared/analysis.js';
import { basePrompts, type Prompts } from '@shared/base-prompts.js';
import { applyEdits } from '@shared/edits.js';
import { coverage } from '@shared/mask/index.js';
import {
  type Mask,
  type Pictured,
  type Records,
  type Shot,
  sameValue,
  type Take,
} from '@shared/records/index.js';
import type { Draft } from '../stores/session.js';
import type { ShotView } from './shot-view.js';

/** The prompt as it would be approved now: the suggestion's edits that are on, then what was typed by hand. */
export interface Proposal {
  readonly take: Take;
  /** What the take was made from, so far as it is known: what the artist sees changed. */
  readonly before: Prompts;
  /** As the edits make them, before anything typed. */
  readonly suggested: Prompts;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly seed: 'keep' | 'new';
  readonly strength: number | null;
  /** Only this part of the picture is made anew; null = all of it. */
  readonly mask: Mask | null;
  /** What to change in the picture; null = the prompt is drawn. */
  readonly instruction: string | null;
  /** What the picture should look like. */
  readonly references: readonly Pictured[];
  readonly acceptedEdits: readonly string[];
  /** Keys of the findings that they answer. */
  readonly answers: readonly string[];
  readonly edited: boolean;
  /** Ids of the notes that its words answer. */
  readonly notes: readonly string[];
  /** It would make another picture; otherwise approving takes the frame as it is. */
  readonly changes: boolean;
  /** Why it would not, where the same was ordered before: the take that came of it. null = it was not. */
  readonly tried: Take | null;
}

export const emptyDraft = (takeId: string): Draft => ({
  takeId,
  off: [],
  prompt: null,
  negativePrompt: null,
  seed: null,
  strength: null,
  mask: null,
  instruction: null,
  references: [],
});

/** By the takes. */
export type Drafts = Readonly<Record<string, Draft>>;

/** With a change of what the artist has changed of a take's suggestion; what was changed last stands last. */
export function withDraft(drafts: Drafts, takeId: string, part: Partial<Draft>): Drafts {
  const { [takeId]: draft = emptyDraft(takeId), ...others } = drafts;
  return { ...others, [takeId]: { ...draft, ...part } };
}

export const editsOf = (view: ShotView): readonly Edit[] =>
  view.suggestion && view.suggestion.takeId === view.pick?.id ? view.suggestion.edits : [];

/** What a take of the shot was made from, so far as it is known. */
export const promptsBehind = (take: Take, shot: Pick<Shot, 'description'>): Prompts => ({
  prompt: take.prompt || shot.description,
  negativePrompt: take.negativePrompt,
});

const sameWords = (a: Prompts, b: Prompts): boolean =>
  a.prompt === b.prompt && a.negativePrompt === b.negativePrompt;

/** What is typed, and for the rest these words. */
const typedOver = ({ prompt, negativePrompt }: Draft, words: Prompts): Prompts => ({
  prompt: prompt ?? words.prompt,
  negativePrompt: negativePrompt ?? words.negativePrompt,
});

function propose(view: ShotView, draft: Draft | undefined): Proposal | null {
  const { pick: take, shot, made } = view;
  if (!take) return null;
  const counts = draft?.takeId === take.id ? draft : emptyDraft(take.id);
  const on = editsOf(view).filter((edit) => !counts.off.includes(edit.key));
  const base = basePrompts({ shot, take });
  const applied = applyEdits(base.prompt, base.negativePrompt, on);
  const words = typedOver(counts, applied);
  const before = promptsBehind(take, shot);
  const mask = counts.mask && coverage(counts.mask, take) > 0 ? counts.mask : null;
  const instruction = counts.instruction?.trim() || null;
  const { references } = counts;
  const isOther = mask !== null || instruction !== null || references.length > 0 || !sameWords(words, before);
  const triedBy = made.find(
    (request) =>
      request.fromTakeId === take.id &&
      sameWords(request, words) &&
      sameValue(request.mask, mask) &&
      sameValue(request.instruction ?? null, instruction) &&
      sameValue(request.references ?? [], references),
  );
  const wantsNewSeed = counts.seed === 'new' || (counts.seed === null && applied.newSeed);
  return {
    take,
    before,
    suggested: { prompt: applied.prompt, negativePrompt: applied.negativePrompt },
    ...words,
    seed: wantsNewSeed || take.seed === null ? 'new' : 'keep',
    // What is said is changed in the picture itself.
    strength: instruction === null ? counts.strength : null,
    mask,
    instruction,
    references,
    acceptedEdits: on.map((edit) => edit.key),
    answers: [...new Set(on.flatMap((edit) => edit.findingKeys))],
    edited: !sameWords(words, applied),
    notes: (counts.notes ?? []).filter((id) => view.notes.some((note) => note.id === id)),
    changes: words.prompt.trim() !== '' && (wantsNewSeed || (isOther && !triedBy)),
    tried:
      (!wantsNewSeed && isOther && triedBy && view.takes.find(({ id }) => id === triedBy.resultTakeId)) ||
      null,
  };
}

const last = new WeakMap<ShotView, { draft: Draft | undefined; proposal: Proposal | null }>();

/**
 * null when the shot has no picture to start from. A draft made for an earlier pick no longer counts. The same object
 * while the view and the draft are.
 */
export function proposalOf(view: ShotView, draft: Draft | undefined): Proposal | null {
  const known = last.get(view);
  if (known && known.draft === draft) return known.proposal;
  const proposal = propose(view, draft);
  last.set(view, { draft, proposal });
  return proposal;
}

const hasWords = ({ prompt, negativePrompt }: Draft): boolean => prompt !== null || negativePrompt !== null;

/** Typed words that nothing was done with yet: they are neither ordered nor kept with the shot. */
export const isUnsent = (draft: Draft | undefined, shot: Prompts): boolean =>
  draft !== undefined && hasWords(draft) && !sameWords(typedOver(draft, shot), shot);

/** Without those whose words have become a take. The same object when there are none. */
export function withoutMade(drafts: Drafts, { request }: Pick<Records, 'request'>): Drafts {
  const made = Object.values(request).filter(({ state }) => state === 'done');
  const left = Object.entries(drafts).filter(
    ([, draft]) =>
      !hasWords(draft) ||
      !made.some((one) => one.fromTakeId === draft.takeId && sameWords(typedOver(draft, one), one)),
  );
  return left.length === Object.keys(drafts).length ? drafts : Object.fromEntries(left);
}
