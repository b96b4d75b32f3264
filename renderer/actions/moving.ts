import {
  extendedTo,
  isFlagged,
  isWaiting,
  NO_FILTER,
  NONE_SELECTED,
  nextShot,
  notAnalysed,
  notAnalysedWords,
  placeIn,
  type ShotView,
  toggledShot,
} from '../board/index.js';
import { type AppState, currentShot, currentTake, currentVisible, type Session } from '../stores/index.js';
import { viewById } from '../views/index.js';
import type { Action, ActionContext } from './action.js';
import { escapesElsewhere, hasShot, hasViewer, isOpen, isPlayView, movesDivider } from './conditions.js';

/** What belongs to the shot on the screen and ends with it. */
const LEFT_BEHIND: Partial<Session> = {
  takeId: null,
  compareTakeId: null,
  flipped: false,
  hovered: null,
  pinned: null,
  editing: null,
  noteId: null,
  figureId: null,
  figureTyped: false,
  notePlace: null,
  rejecting: false,
};

/** At a shot, and it alone is chosen. */
export const aloneAt = (shotId: string | null): Partial<Session> => ({
  ...LEFT_BEHIND,
  ...NONE_SELECTED,
  shotId,
});

type Choosing = Pick<ActionContext, 'state' | 'session'>;

/** Goes to a shot, alone; one that the filter hides is shown by clearing the filter. */
export function selectShot(context: Choosing, shotId: string): void {
  const isShown = placeIn(currentVisible(context.state()), shotId) >= 0;
  context.session({ ...(!isShown && { filter: NO_FILTER }), ...aloneAt(shotId) });
}

const idsOf = (shots: readonly ShotView[]): readonly string[] => shots.map(({ shot }) => shot.id);

/** Goes to a shot: alone, with all from the anchor to it, or with what is chosen already (and out of it again). */
export function chooseShot(context: Choosing, shotId: string, how: 'alone' | 'range' | 'more'): void {
  if (how === 'alone') {
    selectShot(context, shotId);
    return;
  }
  const { session } = context.state();
  const next =
    how === 'more'
      ? toggledShot(session, shotId)
      : extendedTo(session, idsOf(currentVisible(context.state())), shotId);
  context.session({ ...LEFT_BEHIND, ...next });
}

const step = (
  by: (state: AppState) => number,
  action: Omit<Action, 'enabled' | 'run' | 'group'>,
  how: 'alone' | 'range' = 'alone',
): Action => ({
  ...action,
  group: 'Moving',
  keyOnly: true,
  enabled: isOpen,
  run: (context) => {
    const state = context.state();
    const shots = currentVisible(state);
    const at = placeIn(shots, state.session.shotId);
    const to = shots[Math.max(0, Math.min(shots.length - 1, at < 0 ? 0 : at + by(state)))];
    const moves = to && (to.shot.id !== state.session.shotId || state.session.selected.length > 0);
    if (moves) chooseShot(context, to.shot.id, how);
  },
});

/** As `step`, with every shot on the way. Where the key moves a divider between two takes, it is the divider's. */
const extend = (
  by: (state: AppState) => number,
  action: Omit<Action, 'enabled' | 'run' | 'group'>,
): Action => ({
  ...step(by, action, 'range'),
  enabled: (state) => isOpen(state) && !movesDivider(state),
});

const jump = (
  direction: 1 | -1,
  keeps: (view: ShotView) => boolean,
  word: string,
  action: Omit<Action, 'enabled' | 'run' | 'group'>,
): Action => ({
  ...action,
  group: 'Moving',
  enabled: isOpen,
  run: (context) => {
    const state = context.state();
    const shown = currentVisible(state);
    const next = nextShot(shown, state.session.shotId, keeps, direction);
    if (next) return selectShot(context, next.shot.id);
    context.say(
      shown.some(keeps) ? `No other shot ${word}.` : `None of the shots shown ${word}.`,
      notAnalysedWords(notAnalysed(shown), false),
    );
  },
});

const take = (by: 1 | -1, action: Omit<Action, 'enabled' | 'run' | 'group'>): Action => ({
  ...action,
  group: 'Moving',
  keyOnly: true,
  enabled: (state) => hasShot(state) && (hasViewer(state) || viewById(state.session.view).takes === true),
  run: (context) => {
    const takes = currentShot(context.state())?.takes ?? [];
    const shown = currentTake(context.state());
    const to = takes[takes.findIndex(({ id }) => id === shown?.id) + by];
    if (to) context.session({ takeId: to.id, compareTakeId: null, hovered: null, pinned: null });
  },
});

const row = (
  by: 1 | -1,
  action: Omit<Action, 'enabled' | 'run' | 'group'>,
  how: 'alone' | 'range' = 'alone',
): Action => ({
  ...step((state) => by * state.session.gridAcross, action, how),
  enabled: (state) => isOpen(state) && viewById(state.session.view).rows === true,
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
  extend(() => -1, {
    id: 'extend-left',
    title: 'Select the previous shot as well',
    keys: ['Shift+ArrowLeft'],
  }),
  extend(() => 1, { id: 'extend-right', title: 'Select the next shot as well', keys: ['Shift+ArrowRight'] }),
  extend(() => -1e9, { id: 'extend-first', title: 'Select all up to the first', keys: ['Shift+Home'] }),
  extend(() => 1e9, { id: 'extend-last', title: 'Select all up to the last', keys: ['Shift+End'] }),
  row(-1, { id: 'extend-up', title: 'Select the row above as well', keys: ['Shift+ArrowUp'] }, 'range'),
  row(1, { id: 'extend-down', title: 'Select the row below as well', keys: ['Shift+ArrowDown'] }, 'range'),
  {
    id: 'select-all',
    title: 'Select all shots shown',
    group: 'Moving',
    keys: ['Mod+A'],
    enabled: (state) => isOpen(state) && currentVisible(state).length > 1,
    run: (context) => {
      const state = context.state();
      context.session({
        ...LEFT_BEHIND,
        selected: idsOf(currentVisible(state)),
        anchorId: state.session.shotId,
      });
    },
  },
  {
    id: 'select-one',
    title: 'Select only the shot on the screen',
    group: 'Moving',
    keys: ['Escape'],
    enabled: ({ session }) =>
      session.selected.length > 0 && session.carried.length === 0 && !escapesElsewhere({ session }),
    run: (context) => context.session(NONE_SELECTED),
  },
  jump(-1, isFlagged, 'is flagged', { id: 'previous-flagged', title: 'Previous flagged shot', keys: ['['] }),
  jump(1, isFlagged, 'is flagged', { id: 'next-flagged', title: 'Next flagged shot', keys: [']'] }),
  {
    ...jump(1, isWaiting, 'waits for you', { id: 'next-waiting', title: 'Next waiting shot', keys: ['.'] }),
    enabled: (state) => isOpen(state) && !isPlayView(state),
  },
];
