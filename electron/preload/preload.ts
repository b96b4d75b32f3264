/** Hands the page its one message port. Nothing else of Electron reaches it. */
import { ipcRenderer } from 'electron';

const CHANNEL = 'continuist-port';

ipcRenderer.on(CHANNEL, (event) => {
  window.postMessage(CHANNEL, window.location.origin, [...event.ports]);
});
