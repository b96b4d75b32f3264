/** Hands the page its one message port, and the host the path of what is dropped. Nothing else of Electron reaches the page. */
import { ipcRenderer, webUtils } from 'electron';

const CHANNEL = 'continuist-port';
const DROP_CHANNEL = 'continuist-dropped';

ipcRenderer.on(CHANNEL, (event) => {
  window.postMessage(CHANNEL, window.location.origin, [...event.ports]);
});

window.addEventListener('drop', (event) => {
  const [file] = event.dataTransfer?.files ?? [];
  // '' for what the page made itself.
  const path = file && event.isTrusted ? webUtils.getPathForFile(file) : '';
  if (path !== '') ipcRenderer.send(DROP_CHANNEL, path);
});
