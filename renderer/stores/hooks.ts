/** The three stores as one value, and hooks of what follows from them. */
import type { Take } from '@shared/records/index.js';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { BoardView, ShotView } from '../board/index.js';
import { useDocument } from './document.js';
import { type Session, useSession } from './session.js';
import { useSettings } from './settings.js';
import {
  type AppState,
  boardViewOf,
  comparedTakeOf,
  currentBoardView,
  currentChosen,
  currentShot,
  currentVisible,
  shownTake,
  visibleOf,
} from './state.js';

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

/** These parts of the session; draws again only when one of them is another. */
export const useSessionParts = <Name extends keyof Session>(...names: readonly Name[]): Pick<Session, Name> =>
  useSession(
    useShallow(
      (session) => Object.fromEntries(names.map((name) => [name, session[name]])) as Pick<Session, Name>,
    ),
  );

/** Something of the board; draws again only when it is another value. */
export const useOfBoard = <T>(read: (board: BoardView) => T): T =>
  useAppState((state) => read(currentBoardView(state)));

/** One shot, whatever becomes of the others; null where it is not there. */
export const useShotView = (shotId: string | undefined): ShotView | null =>
  useOfBoard(({ byId }) => byId.get(shotId ?? '') ?? null);

/** No shot is shown. */
export const useEmpty = (): boolean => useAppState((state) => currentVisible(state).length === 0);

/** Of a part of the window that is about a shot of its own; null where it is about the one on the screen. */
const OwnShot = createContext<ShotView | null>(null);
export const AboutShot = OwnShot.Provider;

/** The shot on the screen, or the one that this part of the window is about. */
export function useShot(): ShotView | null {
  const own = useContext(OwnShot);
  return useAppState((state) => own ?? currentShot(state));
}

export const useChosen = (): readonly ShotView[] => useAppState(currentChosen);

/** Of that shot. */
export function useShownTake(): Take | null {
  const own = useContext(OwnShot);
  return useAppState((state) => shownTake(own ?? currentShot(state), state.session.takeId));
}

export function useComparedTake(): Take | null {
  const own = useContext(OwnShot);
  return useAppState((state) => comparedTakeOf(own ?? currentShot(state), state));
}
