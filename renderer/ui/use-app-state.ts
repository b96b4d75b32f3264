import { useSyncExternalStore } from 'react';
import { actionById } from '../actions/index.js';
import { type AppState, appState, useDocument, useSession, useSettings } from '../stores/index.js';

function subscribe(changed: () => void): () => void {
  const stops = [
    useDocument.subscribe(changed),
    useSession.subscribe(changed),
    useSettings.subscribe(changed),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A plain value read from all three stores; draws again only when the value changes. */
export const useAppState = <T extends boolean | number | string | null>(read: (state: AppState) => T): T =>
  useSyncExternalStore(subscribe, () => read(appState()));

/** Whether an action can be done now. */
export const useEnabled = (id: string): boolean => useAppState((state) => actionById(id).enabled(state));
