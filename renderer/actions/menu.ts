/** The table of actions as the system's menu shows it, told to the host whenever it says something else. */
import type { MenuEntry } from '@shared/contract/index.js';
import { sameValue } from '@shared/records/index.js';
import { ask } from '../link/index.js';
import { type AppState, appState, onAppState } from '../stores/index.js';
import { allActions, keysOf } from './table.js';

/** Milliseconds: nobody opens a menu sooner after a change. */
const PATIENCE = 150;

export const menuOf = (state: AppState): MenuEntry[] =>
  allActions(state).map((action) => ({
    id: action.id,
    title: action.title,
    group: action.group,
    key: keysOf(action, state.settings.keys)[0] ?? '',
    whileTyping: action.whileTyping === true,
    enabled: action.enabled(state),
  }));

/** Until what it returns is called. Where the host has no such menu, nothing is worked out. */
export function keepMenu(): () => void {
  let told: MenuEntry[] = [];
  let isWaiting = false;
  const tell = () => {
    isWaiting = false;
    const state = appState();
    const { info, connection } = state.session;
    if (!info?.hasWindows || connection !== 'open') {
      // The next connection's host has been told nothing.
      told = [];
      return;
    }
    const menu = menuOf(state);
    if (sameValue(menu, told)) return;
    told = menu;
    void ask((api) => api.window.menu(menu));
  };
  const later = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(tell, PATIENCE);
  };
  return onAppState(later);
}
