/** What a decision does to shots: the commands it sends, for one shot and for many alike. */
import type { Command, Single } from '@shared/commands/index.js';
import { isInPlay, type ShotStatus, takesRound } from '@shared/records/index.js';
import { TAGS } from '@shared/tags.js';
import { type Drafts, proposalOf } from './draft.js';
import type { ShotView } from './shot-view.js';

export type Deciding =
  /**
   * What waits for another yes; else the suggested or typed prompt where it would make another picture, of which so many
   * `candidates` are ordered, 1 where it is not said; else the frame as it is.
   */
  | { readonly type: 'approve'; readonly candidates?: number }
  /** The frame as it is. */
  | { readonly type: 'approve-take' }
  | { readonly type: 'reject' | 'hold' | 'needs-changes'; readonly reason: string }
  | { readonly type: 'reset-status' | 'bring-up-to-date' }
  | { readonly type: 'set-stars'; readonly stars: number };

const BECOMES: Record<'reject' | 'hold' | 'needs-changes' | 'reset-status', ShotStatus> = {
  reject: 'rejected',
  hold: 'on-hold',
  'needs-changes': 'needs-changes',
  'reset-status': 'pending',
};

/** There is something to look at: without a picture nothing can be approved as it is. */
export const hasPicture = ({ pick }: ShotView): boolean => pick !== null && pick.unreadable === null;

const proposedFor = (view: ShotView, drafts: Drafts) =>
  view.pick && view.rounds < view.limit ? proposalOf(view, drafts[view.pick.id]) : null;

function approveTake(view: ShotView): Single | null {
  if (!view.pick || !hasPicture(view) || (view.shot.status === 'approved' && view.outOfDate === null))
    return null;
  return { type: 'approve-take', shotId: view.shot.id, takeId: view.pick.id };
}

function approve(view: ShotView, candidates: number, drafts: Drafts): Single | null {
  if (view.request) return null;
  if (view.again && (takesRound(view.again.state) || view.rounds < view.limit))
    return { type: 'approve-again', requestId: view.again.id };
  if (view.takes.length === 0)
    return view.shot.prompt.trim() !== '' && view.rounds < view.limit
      ? { type: 'order-first-picture', shotId: view.shot.id }
      : null;
  const proposal = proposedFor(view, drafts);
  if (!proposal?.changes) return approveTake(view);
  const {
    take,
    prompt,
    negativePrompt,
    seed,
    strength,
    mask,
    instruction,
    references,
    acceptedEdits,
    answers,
    edited,
    notes,
  } = proposal;
  return {
    type: 'approve-suggestion',
    shotId: view.shot.id,
    takeId: take.id,
    prompt,
    negativePrompt,
    seed,
    strength,
    ...(candidates > 1 && { candidates }),
    ...(mask && { mask }),
    ...(instruction !== null && { instruction }),
    ...(references.length > 0 && { references: [...references] }),
    acceptedEdits: [...acceptedEdits],
    answers: [...answers],
    ...(notes.length > 0 && { noteIds: [...notes] }),
    edited,
  };
}

/** What is malformed can be said of a rejected picture too, each once. */
const isNewTag = ({ tags }: ShotView, { type, reason }: Extract<Deciding, { reason: string }>): boolean =>
  type === 'reject' && TAGS.some((tag) => tag.reason === reason) && !tags.includes(reason);

/** The command for one shot; null where there is nothing to decide, it is decided so already, or the shot is out of play. */
export function commandFor(view: ShotView, deciding: Deciding, drafts: Drafts): Single | null {
  const { id: shotId, status, stars } = view.shot;
  if (!isInPlay(view.shot)) return null;
  switch (deciding.type) {
    case 'approve':
      return approve(view, deciding.candidates ?? 1, drafts);
    case 'approve-take':
      return approveTake(view);
    case 'set-stars':
      return stars === deciding.stars ? null : { type: 'set-stars', shotId, stars: deciding.stars };
    case 'reset-status':
      return status === BECOMES['reset-status'] ? null : { type: 'reset-status', shotId };
    case 'bring-up-to-date':
      return view.outOfDate === null ? null : { type: 'bring-up-to-date', shotId };
    default:
      return status === BECOMES[deciding.type] && !isNewTag(view, deciding)
        ? null
        : { type: deciding.type, shotId, reason: deciding.reason };
  }
}

/** Shots that approving would take as they are, while it is not known yet what is suggested for them. */
export const awaitingSuggestion = (views: readonly ShotView[], drafts: Drafts): ShotView[] =>
  views.filter(
    (view) =>
      view.suggesting &&
      view.rounds < view.limit &&
      commandFor(view, { type: 'approve' }, drafts)?.type === 'approve-take',
  );

export const commandsFor = (views: readonly ShotView[], deciding: Deciding, drafts: Drafts): Single[] =>
  views.flatMap((view) => commandFor(view, deciding, drafts) ?? []);

/** Several as one command, so that one undo takes them back; null for none. */
export function asOne(commands: readonly Single[]): Command | null {
  const [only] = commands;
  if (!only) return null;
  return commands.length === 1 ? only : { type: 'bulk', commands: [...commands] };
}

/** Whether a picture is made of it. */
export const isOrder = ({ type }: Single): boolean =>
  type === 'approve-suggestion' || type === 'approve-again' || type === 'order-first-picture';

/** Pictures that commands order together; what waits for another yes is counted as one each. */
export const picturesOf = (commands: readonly Single[]): number =>
  commands
    .filter(isOrder)
    .reduce((sum, one) => sum + (one.type === 'approve-suggestion' ? (one.candidates ?? 1) : 1), 0);

/** What approving would do, in numbers of shots. */
export interface Outcome {
  readonly orders: number;
  readonly asTheyAre: number;
  /** Not known yet which of the two: what is suggested for them is still looked for. */
  readonly awaited: number;
  /** Nothing to approve: no picture, ordered already, or approved. */
  readonly none: number;
}

export function outcomeOf(views: readonly ShotView[], drafts: Drafts): Outcome {
  const commands = commandsFor(views, { type: 'approve' }, drafts);
  const orders = commands.filter(isOrder).length;
  const awaited = awaitingSuggestion(views, drafts).length;
  return {
    orders,
    asTheyAre: commands.length - orders - awaited,
    awaited,
    none: views.length - commands.length,
  };
}
