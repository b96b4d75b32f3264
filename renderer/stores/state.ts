/** The three stores as one value, and what follows from them; for actions and components alike. */
import type { Take } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';
import { useSyncExternalStore } from 'react';
import {
  type BoardView,
  joinBoardView,
  keptShots,
  otherTake,
  type ShotFilter,
  type ShotView,
  type Sort,
  sortedShots,
} from '../board/index.js';
import { useDocument } from './document.js';
import { keepLast } from './keep-last.js';
import type { Mirror } from './mirror.js';
import { type Session, useSession } from './session.js';
import { useSettings } from './settings.js';

export interface AppState {
  readonly document: Mirror;
  readonly session: Session;
  readonly settings: Settings;
}

export const appState = (): AppState => ({
  document: useDocument.getState(),
  session: useSession.getState(),
  settings: useSettings.getState(),
});

const NO_SHOTS: readonly ShotView[] = [];

const lastBoardView = keepLast<BoardView>();

/** The board of the current document; the same object while nothing in it changed. */
export function boardViewOf(
  { records, overview }: Pick<Mirror, 'records' | 'overview'>,
  limit: number,
): BoardView {
  const { shot, take, request, decision, fact } = records;
  return lastBoardView([shot, take, request, decision, fact, overview, limit], (before) =>
    joinBoardView(records, overview, limit, before),
  );
}

const lastVisible = keepLast<readonly ShotView[]>();

const visibleOf = (board: BoardView, filter: ShotFilter, sort: Sort): readonly ShotView[] =>
  lastVisible([board, filter, sort], () => sortedShots(keptShots(board, filter), sort));

export const currentBoardView = (state: AppState): BoardView =>
  boardViewOf(state.document, state.settings.rounds);

export const currentVisible = (state: AppState): readonly ShotView[] =>
  visibleOf(currentBoardView(state), state.session.filter, state.session.sort);

export const currentShot = (state: AppState): ShotView | null =>
  currentBoardView(state).byId.get(state.session.shotId ?? '') ?? null;

const alone = new WeakMap<ShotView, readonly ShotView[]>();
const lastChosen = keepLast<readonly ShotView[]>();

/** Every shot that a decision is about, in the order shown; the same list while nothing in it changed. */
export function currentChosen(state: AppState): readonly ShotView[] {
  const { selected } = state.session;
  if (selected.length === 0) {
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

/** The take on the screen: the chosen one, else the pick, else the latest. */
export const shownTake = (view: ShotView | null, takeId: string | null): Take | null =>
  view?.takes.find((take) => take.id === takeId) ?? view?.pick ?? view?.takes.at(-1) ?? null;

/** The take it is compared with, whether or not it is being compared. */
export function comparedTake(state: AppState): Take | null {
  const view = currentShot(state);
  const shown = shownTake(view, state.session.takeId);
  if (!view || !shown) return null;
  const chosen = state.document.records.take[state.session.compareTakeId ?? ''];
  if (chosen && chosen.id !== shown.id) return chosen;
  return otherTake(view, shown, state.document.records.take);
}

export const useBoardView = (): BoardView => {
  const limit = useSettings((settings) => settings.rounds);
  return useDocument((document) => boardViewOf(document, limit));
};

export const useVisible = (): readonly ShotView[] => {
  const board = useBoardView();
  const filter = useSession((session) => session.filter);
  const sort = useSession((session) => session.sort);
  return visibleOf(board, filter, sort);
};

export const useShot = (): ShotView | null => {
  const board = useBoardView();
  const shotId = useSession((session) => session.shotId);
  return board.byId.get(shotId ?? '') ?? null;
};

/** Calls `changed` on every change of one of the three stores, until what it returns is called. */
export function onAppState(changed: () => void): () => void {
  const stops = [
    useDocument.subscribe(changed),
    useSession.subscribe(changed),
    useSettings.subscribe(changed),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Something read from all three stores; draws again only when it is another value. */
export const useAppState = <T>(read: (state: AppState) => T): T =>
  useSyncExternalStore(onAppState, () => read(appState()));

export const useChosen = (): readonly ShotView[] => useAppState(currentChosen);

export const useShownTake = (): Take | null => {
  const view = useShot();
  const takeId = useSession((session) => session.takeId);
  return shownTake(view, takeId);
};

export const useComparedTake = (): Take | null => useAppState(comparedTake);
