import { TAGS } from '@shared/tags.js';
import {
  asOne,
  commandsFor,
  type Deciding,
  inPlay,
  isWaiting,
  nextShot,
  type ShotView,
} from '../board/index.js';
import {
  type AppState,
  currentBoardView,
  currentChosen,
  currentShot,
  currentVisible,
} from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import { allSuggested, awaitedIn } from './approving.js';
import {
  canBeDecided,
  canDecide,
  hasOneShot,
  isCulling,
  isMasking,
  isPlayView,
  isWritable,
} from './conditions.js';
import { CULLING, cull } from './culling.js';
import { inPanel } from './in-panel.js';
import { SAY_CHANGE } from './instructing.js';
import { aloneAt } from './moving.js';

/** The one command for every chosen shot that the decision is about. True when the host took it. */
async function sendDecision(context: ActionContext, what: Deciding): Promise<boolean> {
  const state = context.state();
  const { candidates } = state.settings;
  const deciding = what.type === 'approve' ? { ...what, candidates } : what;
  const command = asOne(commandsFor(currentChosen(state), deciding, state.session.drafts));
  return command !== null && (await context.send(command));
}

/** The next shot shown that waits, now that a decision shows. */
function nextWaiting(context: ActionContext, shown: readonly ShotView[], shotId: string | null) {
  const { byId } = currentBoardView(context.state());
  return nextShot(shown, shotId, ({ shot }) => {
    const now = byId.get(shot.id);
    return now !== undefined && isWaiting(now);
  });
}

/**
 * Decides on the chosen shots. After a single one it goes on to the next that waits; several stay chosen. A refused
 * decision brings them back. True when the host took it.
 *
 * To approve waits for suggestions; see `allSuggested`.
 */
export async function decide(context: ActionContext, deciding: Deciding, always = false): Promise<boolean> {
  const awaited = deciding.type === 'approve' ? awaitedIn(context.state()) : [];
  if (awaited.length > 0 && !(await allSuggested(context, awaited))) return false;
  const { session, settings } = context.state();
  const { shotId, selected, anchorId } = session;
  context.session({ editing: null, rejecting: false, seeding: false, approving: [] });
  const shown = currentVisible(context.state());
  const sent = sendDecision(context, deciding);
  // What runs in time goes on by itself.
  const goesOn = selected.length === 0 && (settings.advance || always) && !isPlayView(context.state());
  const next = goesOn ? nextWaiting(context, shown, shotId) : null;
  if (next) context.session(aloneAt(next.shot.id));
  const taken = await sent;
  if (!taken) context.session({ shotId, selected, anchorId, takeId: null });
  return taken;
}

const outdatedIn = (state: AppState): ShotView[] =>
  currentBoardView(state).views.filter(({ outOfDate }) => outOfDate !== null);

/** As one step of undo; then what their pictures were not asked yet is asked. Orders nothing. */
async function bringUpToDate(context: ActionContext, views: readonly ShotView[]): Promise<void> {
  const command = asOne(commandsFor(views, { type: 'bring-up-to-date' }, {}));
  if (!command || !(await context.send(command))) return;
  if (views.length > 1)
    context.say(`${views.length} shots are up to date and wait for you. Nothing was made.`);
  const unasked = views.filter(({ summary }) => summary?.state === 'waiting').map(({ shot }) => shot.id);
  if (unasked.length > 0) await context.call((api) => api.analysis.start({ shotIds: unasked, again: false }));
}

/** In full screen each frame gets its key, also one that has what it says. */
const canBeSaid = (what: Deciding) => (state: AppState) => isCulling(state) || canBeDecided(what)(state);

/** Also in full screen, of what is seen there. */
const deciding = (
  what: Deciding,
  action: Omit<Action, 'enabled' | 'run' | 'group'>,
  always = false,
): Action => ({
  ...action,
  group: 'Decisions',
  enabled: canBeSaid(what),
  run: async (context) =>
    isCulling(context.state()) ? cull(context, what) : void (await decide(context, what, always)),
});

/** An order for a picture: its prompt is read first, so not in full screen; nor while it is asked why not. */
const ordering = (
  what: Deciding,
  action: Omit<Action, 'enabled' | 'run' | 'group'>,
  always = false,
): Action => ({
  ...deciding(what, action, always),
  enabled: (state) => !isCulling(state) && !state.session.rejecting && canBeDecided(what)(state),
});

/** Changes the chosen shots and stays with them. */
const changing = (what: Deciding, action: Omit<Action, 'enabled' | 'run' | 'group'>): Action => ({
  ...action,
  group: 'Decisions',
  enabled: canBeSaid(what),
  run: async (context) =>
    isCulling(context.state()) ? cull(context, what) : void (await sendDecision(context, what)),
});

const stars = (count: 0 | 1 | 2 | 3 | 4 | 5): Action =>
  changing(
    { type: 'set-stars', stars: count },
    {
      id: `stars-${count}`,
      title: count === 0 ? 'No stars' : count === 1 ? '1 star' : `${count} stars`,
      keys: [String(count)],
    },
  );

/** Stars have the keys before them. */
const FIRST_TAG = 6;

/** Rejects with what is malformed as the reason; the suggestion for the next picture answers it. */
const tag = ({ id, reason }: (typeof TAGS)[number], at: number): Action =>
  deciding(
    { type: 'reject', reason },
    {
      id: `reject-${id}`,
      title: `Reject: ${reason.toLowerCase()}`,
      keys: [String(FIRST_TAG + at)],
      words: 'tag broken malformed reason',
    },
  );

const pickNumber = (number: number): Action => ({
  id: `pick-take-${number}`,
  title: `Pick take ${number}`,
  group: 'Decisions',
  keys: [`Alt+${number}`],
  keyOnly: true,
  enabled: (state) => {
    const view = currentShot(state);
    const take = view?.takes[number - 1];
    return canDecide(state) && take !== undefined && take.id !== view?.shot.pickId;
  },
  run: async (context) => {
    const view = currentShot(context.state());
    const take = view?.takes[number - 1];
    if (view && take && (await context.send({ type: 'pick-take', shotId: view.shot.id, takeId: take.id })))
      context.session({ takeId: null });
  },
});

const REJECT: Deciding = { type: 'reject', reason: '' };

const isOutdated = canBeDecided({ type: 'bring-up-to-date' });
const resetting = changing(
  { type: 'reset-status' },
  {
    id: 'unflag',
    title: 'Back to pending, where nothing is out of date',
    words: 'unflag cull',
    keys: ['U'],
    keyOnly: true,
  },
);
/** What is out of date is brought up to date by the same key, which takes its decision back as well. */
const UNFLAG: Action = {
  ...resetting,
  enabled: (state) => !isOutdated(state) && resetting.enabled(state),
};

export const DECISIONS: readonly Action[] = [
  ordering({ type: 'approve' }, { id: 'approve', title: 'Approve', keys: ['P'] }),
  ordering(
    { type: 'approve' },
    { id: 'approve-next', title: 'Approve and go to the next waiting shot', keys: ['Enter'] },
    true,
  ),
  deciding(
    { type: 'approve-take' },
    { id: 'approve-as-is', title: 'Approve the frame as it is', keys: ['Shift+P'] },
  ),
  {
    id: 'approve-all',
    title: 'Approve all waiting…',
    group: 'Decisions',
    keys: ['Shift+Enter'],
    enabled: (state) =>
      isWritable(state) &&
      currentVisible(state).some((view) => inPlay(view) && view.shot.status === 'pending'),
    run: (context) => context.session({ dialog: 'approve-all' }),
  },
  {
    id: 'edit-prompt',
    title: 'Edit the prompt',
    group: 'Decisions',
    keys: ['E'],
    enabled: (state) => {
      const view = currentShot(state);
      return hasOneShot(state) && !isMasking(state) && view?.pick != null && view.again === null;
    },
    run: inPanel((context) => context.session({ editing: 'prompt' })),
  },
  SAY_CHANGE,
  {
    id: 'reject',
    title: 'Reject…',
    group: 'Decisions',
    keys: ['X'],
    enabled: canBeSaid(REJECT),
    // Full screen has no room for reasons.
    run: (context) =>
      isCulling(context.state()) ? cull(context, REJECT) : context.session({ rejecting: true }),
  },
  deciding(REJECT, {
    id: 'reject-now',
    title: 'Reject without a reason',
    keys: ['Shift+X'],
    words: 'cull discard at once',
  }),
  ...TAGS.map(tag),
  deciding(
    { type: 'needs-changes', reason: '' },
    { id: 'needs-changes', title: 'Needs changes', keys: ['C'] },
  ),
  deciding({ type: 'hold', reason: '' }, { id: 'hold', title: 'Hold', keys: ['H'] }),
  {
    id: 'bring-up-to-date',
    title: 'Bring up to date',
    words: 'outdated changed look again take back',
    group: 'Decisions',
    keys: ['U'],
    enabled: canBeDecided({ type: 'bring-up-to-date' }),
    run: (context) => bringUpToDate(context, currentChosen(context.state())),
  },
  {
    id: 'bring-all-up-to-date',
    title: 'Bring all up to date',
    words: 'outdated changed look again take back',
    group: 'Decisions',
    keys: ['Shift+U'],
    enabled: (state) => isWritable(state) && outdatedIn(state).length > 0,
    run: (context) => bringUpToDate(context, outdatedIn(context.state())),
  },
  changing({ type: 'reset-status' }, { id: 'reset-status', title: 'Back to pending', keys: ['Backspace'] }),
  UNFLAG,
  ...CULLING,
  {
    id: 'pick-take',
    title: 'Pick the take on the screen',
    group: 'Decisions',
    keys: ['K'],
    enabled: (state) => {
      const { takeId } = state.session;
      return (
        canDecide(state) &&
        !isPlayView(state) &&
        takeId !== null &&
        takeId !== currentShot(state)?.shot.pickId
      );
    },
    run: async (context) => {
      const { takeId } = context.state().session;
      const shotId = currentShot(context.state())?.shot.id;
      if (shotId && takeId && (await context.send({ type: 'pick-take', shotId, takeId })))
        context.session({ takeId: null });
    },
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(pickNumber),
  {
    id: 'decline-candidates',
    title: 'None of the candidates',
    group: 'Decisions',
    keys: ['Alt+0'],
    words: 'keep the old take tray',
    enabled: (state) => canDecide(state) && (currentShot(state)?.candidates.length ?? 0) > 0,
    run: async (context) => {
      const shotId = currentShot(context.state())?.shot.id;
      if (shotId && (await context.send({ type: 'decline-candidates', shotId })))
        context.session({ takeId: null });
    },
  },
  {
    id: 'seeds',
    title: 'Choose the seed, or how many pictures are made…',
    group: 'Decisions',
    keys: ['Shift+S'],
    words: 'candidates best of new keep seeds',
    enabled: (state) => canDecide(state) && currentChosen(state).some(({ pick }) => pick !== null),
    run: inPanel((context) => context.session({ seeding: true })),
  },
  ...([1, 2, 3, 4, 5, 0] as const).map(stars),
];
