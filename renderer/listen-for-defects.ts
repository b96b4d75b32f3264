/** What breaks outside of what is drawn: in answers to clicks and keys, and in work that nobody waits for. */
import { toErrorData } from '@shared/errors.js';
import { reportDefect } from './link/index.js';
import { sayError } from './stores/index.js';

function broke(thrown: unknown): void {
  reportDefect('The window', thrown);
  sayError(toErrorData(thrown));
}

/** Tells the artist and the host's log, for as long as the window lives. */
export function listenForDefects(): void {
  window.addEventListener('error', ({ error }) => {
    // Without an error it is the browser's remark on a layout, or another site's script.
    if (error) broke(error);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => broke(reason));
}
