/** What follows from the three stores together, for actions and components alike. */
import type { Abilities } from '@shared/contract/index.js';
import type { Take } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';
import {
  type BoardView,
  inPlay,
  joinBoardView,
  keptShots,
  otherTake,
  type ShotFilter,
  type ShotView,
  type Sort,
  sortedShots,
} from '../board/index.js';
import { viewById } from '../views/index.js';
import { keepLast } from './keep-last.js';
import type { Mirror } from './mirror.js';
import type { Session } from './session.js';

export interface AppState {
  readonly document: Mirror;
  readonly session: Session;
  readonly settings: Settings;
}

const NO_SHOTS: readonly ShotView[] = [];

const lastBoardView = keepLast<BoardView>();

/** The board of the current document; the same object while nothing in it changed. */
export function boardViewOf(
  { records, overview }: Pick<Mirror, 'records' | 'overview'>,
  limit: number,
): BoardView {
  const { shot, take, portrait, request, decision, comment, drawing, fact, reference } = records;
  const of = [shot, take, portrait, request, decision, comment, drawing, fact, reference, overview, limit];
  return lastBoardView(of, (before) => joinBoardView(records, overview, limit, before));
}

const lastVisible = keepLast<readonly ShotView[]>();

export const visibleOf = (board: BoardView, filter: ShotFilter, sort: Sort): readonly ShotView[] =>
  lastVisible([board, filter, sort], () => sortedShots(keptShots(board, filter), sort));

const lastPlayed = keepLast<readonly ShotView[]>();

/** Those of them that are in play: what runs in time. The same list while it is of the same. */
export const playedOf = (shots: readonly ShotView[]): readonly ShotView[] =>
  shots.every(inPlay) ? shots : lastPlayed([shots], () => shots.filter(inPlay));

export const currentBoardView = (state: AppState): BoardView =>
  boardViewOf(state.document, state.settings.rounds);

export const currentVisible = (state: AppState): readonly ShotView[] =>
  visibleOf(currentBoardView(state), state.session.filter, state.session.sort);

export const currentPlayed = (state: AppState): readonly ShotView[] => playedOf(currentVisible(state));

export const currentShot = (state: AppState): ShotView | null =>
  currentBoardView(state).byId.get(state.session.shotId ?? '') ?? null;

/** One shot fills the screen, whatever else is chosen. */
export const seesOnlyOne = ({ session }: AppState): boolean =>
  session.fullScreen && viewById(session.view).viewer === true;

const alone = new WeakMap<ShotView, readonly ShotView[]>();
const lastChosen = keepLast<readonly ShotView[]>();

/** Every shot that a decision is about, in the order shown: in full screen the one that is seen. The same list while nothing in it changed. */
export function currentChosen(state: AppState): readonly ShotView[] {
  const { selected } = state.session;
  if (selected.length === 0 || seesOnlyOne(state)) {
    const view = currentShot(state);
    if (!view) return NO_SHOTS;
    const known = alone.get(view) ?? [view];
    alone.set(view, known);
    return known;
  }
  const visible = currentVisible(state);
  return lastChosen([visible, selected], () => {
    const ids = new Set(selected);
    return visible.filter(({ shot }) => ids.has(shot.id));
  });
}

const NOTHING: Abilities['capabilities'] = [];

/** What the generator that is chosen can do with a take; as its status says until it was asked about that one. The same lists each time. */
export function abilitiesFor(
  { session, settings }: Pick<AppState, 'session' | 'settings'>,
  takeId: string,
): Abilities {
  const { generator } = settings;
  const { abilities, generatorStatus } = session;
  const status = generatorStatus[generator];
  const isKnown = status?.ready && abilities?.generator === generator && abilities.takeId === takeId;
  return isKnown ? abilities.can : { capabilities: status?.capabilities ?? NOTHING };
}

/** The take on the screen: the chosen one, else the pick, else the latest. */
export const shownTake = (view: ShotView | null, takeId: string | null): Take | null =>
  view?.takes.find((take) => take.id === takeId) ?? view?.pick ?? view?.takes.at(-1) ?? null;

/** Of the shot on the screen; null where there is none, or no picture of it. */
export const currentTake = (state: AppState): Take | null =>
  shownTake(currentShot(state), state.session.takeId);

/** The take that the one of this shot is compared with, whether or not it is being compared. */
export function comparedTakeOf(view: ShotView | null, { session, document }: AppState): Take | null {
  const shown = shownTake(view, session.takeId);
  if (!view || !shown) return null;
  const chosen = document.records.take[session.compareTakeId ?? ''];
  if (chosen && chosen.id !== shown.id) return chosen;
  return otherTake(view, shown);
}

export const comparedTake = (state: AppState): Take | null => comparedTakeOf(currentShot(state), state);
