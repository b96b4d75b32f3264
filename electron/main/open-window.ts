/** A window: a sandboxed page that can reach the application through one message port and nothing else. */
import { isAbsolute } from 'node:path';
import { createRouter, WIRE } from '@core/router/index.js';
import type { Seat } from '@core/storyboards/index.js';
import { RPCHandler } from '@orpc/server/message-port';
import { PAGE } from './content.js';
import type { ElectronApi, MainPort, MainWindow } from './electron-api.js';

export interface WindowParts {
  /** What it shows. */
  readonly seat: Seat;
  /** The built preload script. */
  readonly preload: string;
  readonly log: (thrown: unknown) => void;
}

/** Milliseconds. A page that dies sooner than this after its last death is not loaded again. */
const DIES_AGAIN = 30_000;

/** The preload listens for it and passes the port on to the page. */
export const PORT_CHANNEL = 'continuist-port';

/** The preload sends the path of what was dropped. */
export const DROP_CHANNEL = 'continuist-dropped';

export function openWindow(electron: ElectronApi, { seat, preload, log }: WindowParts): MainWindow {
  const window = new electron.BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Continuist',
    backgroundColor: '#1e1e1e',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Whoever debugs it starts it from its sources.
      devTools: !electron.app.isPackaged,
    },
  });
  const contents = window.webContents;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // A reload is the one navigation that the page may ask for.
  const stay = (event: { url: string; preventDefault(): void }) => {
    if (event.url !== PAGE) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());

  contents.ipc.on(DROP_CHANNEL, (_event, path: unknown) => {
    if (typeof path === 'string' && isAbsolute(path))
      seat.tell({ type: 'dropped', token: seat.application.folderBrowser.tokenFor(path) });
  });

  const calls = new RPCHandler(createRouter(seat), WIRE);
  let port: MainPort | null = null;
  // Every load of the page, reloads too, gets a port of its own; the old page's calls end with its port.
  contents.on('did-finish-load', () => {
    port?.close();
    const { port1, port2 } = new electron.MessageChannelMain();
    port = port1;
    calls.upgrade(port1);
    port1.start();
    contents.postMessage(PORT_CHANNEL, null, [port2]);
  });
  let died = Number.NEGATIVE_INFINITY;
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log(new Error(`the process of the window ended: ${reason}`));
    const again = performance.now() - died < DIES_AGAIN;
    died = performance.now();
    if (!again) void window.loadURL(PAGE);
    else
      electron.dialog.showErrorBox(
        'The window stopped working twice.',
        'Your decisions are saved and what you typed is kept. Close the window and start Continuist again.',
      );
  });
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => port?.close());
  void window.loadURL(PAGE);
  return window;
}
