/** The three stores as one value, and hooks of what follows from them. */
import type { Take } from '@shared/records/index.js';
import { useSyncExternalStore } from 'react';
import type { BoardView, ShotView } from '../board/index.js';
import { useDocument } from './document.js';
import { useSession } from './session.js';
import { useSettings } from './settings.js';
import { type AppState, boardViewOf, comparedTake, currentChosen, shownTake, visibleOf } from './state.js';

export const appState = (): AppState => ({
  document: useDocument.getState(),
  session: useSession.getState(),
  settings: useSettings.getState(),
});

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
