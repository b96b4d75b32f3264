import { isFlagged, isWaiting, NO_FILTER, nextShot, type ShotView } from '../board/index.js';
import { type AppState, currentShot, currentVisible, shownTake } from '../stores/index.js';
import { viewById } from '../views/index.js';
import type { Action, ActionContext } from './action.js';
import { canDecide, hasShot, hasViewer, hidesShots, isOpen } from './conditions.js';

/** Goes to a shot; one that the filter hides is shown by clearing the filter. */
export function selectShot(context: Pick<ActionContext, 'state' | 'session'>, shotId: string): void {
  const isShown = currentVisible(context.state()).some(({ shot }) => shot.id === shotId);
  context.session({
    ...(!isShown && { filter: NO_FILTER }),
    shotId,
    takeId: null,
    compareTakeId: null,
    flipped: false,
    hovered: null,
    pinned: null,
    editing: null,
    rejecting: false,
  });
}

const step = (
  by: (state: AppState) => number,
  action: Omit<Action, 'enabled' | 'run' | 'group'>,
): Action => ({
  ...action,
  group: 'Moving',
  keyOnly: true,
  enabled: isOpen,
  run: (context) => {
    const state = context.state();
    const shots = currentVisible(state);
    const at = shots.findIndex((view) => view.shot.id === state.session.shotId);
    const to = shots[Math.max(0, Math.min(shots.length - 1, at < 0 ? 0 : at + by(state)))];
    if (to && to.shot.id !== state.session.shotId) selectShot(context, to.shot.id);
  },
});

const jump = (
  direction: 1 | -1,
  keeps: (view: ShotView) => boolean,
  action: Omit<Action, 'enabled' | 'run' | 'group'>,
): Action => ({
  ...action,
  group: 'Moving',
  enabled: isOpen,
  run: (context) => {
    const state = context.state();
    const next = nextShot(currentVisible(state), state.session.shotId, keeps, direction);
    if (next) selectShot(context, next.shot.id);
  },
});

const take = (by: 1 | -1, action: Omit<Action, 'enabled' | 'run' | 'group'>): Action => ({
  ...action,
  group: 'Moving',
  keyOnly: true,
  enabled: (state) => hasShot(state) && hasViewer(state),
  run: (context) => {
    const { session } = context.state();
    const view = currentShot(context.state());
    const at = view?.takes.findIndex((one) => one.id === shownTake(view, session.takeId)?.id) ?? -1;
    const to = view?.takes[at + by];
    if (to) context.session({ takeId: to.id, compareTakeId: null, hovered: null, pinned: null });
  },
});

const row = (by: 1 | -1, action: Omit<Action, 'enabled' | 'run' | 'group'>): Action => ({
  ...step((state) => by * state.session.gridColumns, action),
  enabled: (state) => isOpen(state) && viewById(state.session.view).rows === true,
});

const move = (by: 1 | -1, action: Omit<Action, 'enabled' | 'run' | 'group'>): Action => ({
  ...action,
  group: 'Moving',
  enabled: (state) => canDecide(state) && state.session.sort === 'story' && !hidesShots(state),
  run: async (context) => {
    const view = currentShot(context.state());
    const position = (view?.shot.position ?? 0) + by;
    if (view && currentVisible(context.state())[position])
      await context.send({ type: 'move-shot', shotId: view.shot.id, position });
  },
});

export const MOVING: readonly Action[] = [
  step(() => -1, { id: 'previous-shot', title: 'Previous shot', keys: ['ArrowLeft'] }),
  step(() => 1, { id: 'next-shot', title: 'Next shot', keys: ['ArrowRight'] }),
  step(() => -1e9, { id: 'first-shot', title: 'First shot', keys: ['Home'] }),
  step(() => 1e9, { id: 'last-shot', title: 'Last shot', keys: ['End'] }),
  row(-1, { id: 'row-up', title: 'Row up in the grid', keys: ['ArrowUp'] }),
  row(1, { id: 'row-down', title: 'Row down in the grid', keys: ['ArrowDown'] }),
  take(-1, { id: 'previous-take', title: 'Previous take', keys: ['ArrowUp'] }),
  take(1, { id: 'next-take', title: 'Next take', keys: ['ArrowDown'] }),
  jump(-1, isFlagged, { id: 'previous-flagged', title: 'Previous flagged shot', keys: ['['] }),
  jump(1, isFlagged, { id: 'next-flagged', title: 'Next flagged shot', keys: [']'] }),
  jump(1, isWaiting, { id: 'next-waiting', title: 'Next waiting shot', keys: ['.'] }),
  move(-1, { id: 'move-earlier', title: 'Move the shot earlier', keys: ['Alt+ArrowLeft'] }),
  move(1, { id: 'move-later', title: 'Move the shot later', keys: ['Alt+ArrowRight'] }),
];
