import { call, send, settled } from '../link/index.js';
import { settleNudged } from '../noting/nudging.js';
import { appState, onAppState, say, useSession } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import { NUDGES } from './drawing.js';
import { actionById } from './table.js';

function download(token: string, name: string): void {
  Object.assign(document.createElement('a'), { href: `/asset/${token}`, download: name }).click();
}

/** Where the screen cannot be taken, the window is. */
function fullScreen(on: boolean): void {
  useSession.setState({ fullScreen: on, culled: null });
  const asked = on
    ? document.documentElement.requestFullscreen()
    : document.fullscreenElement && document.exitFullscreen();
  asked?.catch(() => undefined);
}

const changed = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = onAppState(() => {
      stop();
      resolve();
    });
  });

export const CONTEXT: ActionContext = {
  state: appState,
  session: (change) => useSession.setState(change),
  send,
  changed,
  settled,
  call,
  say: (message, hint) => say('done', message, hint),
  fullScreen,
  download,
};

/** Runs an action if it can be done now. */
export function runAction(action: Action | string): void {
  const found = typeof action === 'string' ? actionById(action) : action;
  if (!NUDGES.has(found.id)) settleNudged(CONTEXT);
  if (found.enabled(appState())) void found.run(CONTEXT);
}
