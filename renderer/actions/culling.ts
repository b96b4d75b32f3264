/** Deciding from full screen: one key for each frame, on what is seen and nothing else, and on to the next. */
import type { Take } from '@shared/records/index.js';
import { commandFor, type Deciding, inPlay } from '../board/index.js';
import { type AppState, currentShot, currentTake, currentVisible } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import { canDecide, isCulling, isOpen, isPlayView } from './conditions.js';
import { aloneAt } from './moving.js';

/** Stars, or what a decision makes of the frame. */
const wordsOf = (what: Deciding): string => {
  switch (what.type) {
    case 'approve':
    case 'approve-take':
      return 'kept';
    case 'reject':
      return what.reason ? `rejected: ${what.reason.toLowerCase()}` : 'rejected';
    case 'needs-changes':
      return 'needs changes';
    case 'hold':
      return 'on hold';
    case 'set-stars':
      return what.stars === 0 ? 'no stars' : what.stars === 1 ? '1 star' : `${what.stars} stars`;
    default:
      return 'back to pending';
  }
};

/** The take on the screen, where there is a picture of it. */
function pictureHere(state: AppState): Take | null {
  const view = currentShot(state);
  if (!view || !inPlay(view)) return null;
  const take = currentTake(state);
  return take?.unreadable === null ? take : null;
}

/** The take that is seen, as it is: no prompt is seen here that could be approved. */
function commandHere(state: AppState, what: Deciding) {
  const view = currentShot(state);
  if (!view) return null;
  if (what.type !== 'approve-take') return commandFor(view, what, state.session.drafts);
  const take = pictureHere(state);
  if (!take) return null;
  if (take.id === view.pick?.id) return commandFor(view, what, state.session.drafts);
  return { type: 'approve-take' as const, shotId: view.shot.id, takeId: take.id };
}

/**
 * Decides on the frame on the screen and, where that is set, goes on to the next of those shown, as it is shown; after
 * the last it stays. What is decided so already is passed over. A refused decision brings the frame back.
 */
export async function cull(context: ActionContext, what: Deciding): Promise<void> {
  const state = context.state();
  const view = currentShot(state);
  if (!view) return;
  const { shotId, takeId } = state.session;
  const command = commandHere(state, what);
  const shown = currentVisible(state);
  const next = state.settings.advance ? shown.slice(shown.indexOf(view) + 1).find(inPlay) : undefined;
  const sent = command === null ? true : context.send(command);
  const last = state.settings.advance && !next ? ' It is the last one shown.' : '';
  context.session({
    editing: null,
    culled: `Shot ${view.shot.number}: ${wordsOf(what)}.${last}`,
    ...(next && aloneAt(next.shot.id)),
  });
  if (!(await sent)) context.session({ shotId, takeId, culled: null });
}

/** Something is on the screen that can be kept. */
const canKeep = (state: AppState): boolean => isCulling(state) && pictureHere(state) !== null;

export const CULLING: readonly Action[] = [
  {
    id: 'keep-frame',
    title: 'Keep the frame on the screen, in full screen',
    words: 'pick flag cull approve',
    group: 'Decisions',
    keys: ['P', 'Enter'],
    enabled: canKeep,
    run: (context) => cull(context, { type: 'approve-take' }),
  },
  {
    id: 'advance',
    title: 'Go on by itself after a decision',
    words: 'auto-advance next culling setting',
    group: 'Decisions',
    keys: ['Shift+A'],
    isSetting: true,
    enabled: isOpen,
    run: async (context) => {
      const advance = !context.state().settings.advance;
      // What the host answers is of no use here; that it did is.
      const isSet = await context.call((api) => api.settings.set({ advance }).then(() => true));
      if (isSet)
        context.say(
          advance ? 'After a decision, the next shot comes by itself.' : 'After a decision, the shot stays.',
        );
    },
  },
  {
    id: 'survivors',
    title: 'Survivors only',
    words: 'hide rejected cull filter',
    group: 'View',
    keys: ['Y'],
    enabled: isOpen,
    run: (context) => {
      const { filter } = context.state().session;
      context.session({ filter: { ...filter, survivors: !filter.survivors } });
    },
  },
  {
    id: 'by-score',
    title: 'Decide by score…',
    words: 'bulk threshold approve reject many cull',
    group: 'Decisions',
    keys: ['J'],
    enabled: (state) => canDecide(state) && !isPlayView(state) && currentVisible(state).length > 0,
    run: (context) => context.session({ dialog: 'by-score' }),
  },
];
