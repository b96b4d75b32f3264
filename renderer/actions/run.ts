import { call, send, settled } from '../link/index.js';
import { appState, say, useSession } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import { actionById } from './table.js';

function download(name: string, mediaType: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Where the screen cannot be taken, the window is. */
function fullScreen(on: boolean): void {
  useSession.setState({ fullScreen: on });
  const asked = on
    ? document.documentElement.requestFullscreen()
    : document.fullscreenElement && document.exitFullscreen();
  asked?.catch(() => undefined);
}

export const CONTEXT: ActionContext = {
  state: appState,
  session: (change) => useSession.setState(change),
  send,
  settled,
  call,
  say: (message, hint) => say('done', message, hint),
  fullScreen,
  download,
};

/** Runs an action if it can be done now. */
export function runAction(action: Action | string): void {
  const found = typeof action === 'string' ? actionById(action) : action;
  if (found.enabled(appState())) void found.run(CONTEXT);
}
