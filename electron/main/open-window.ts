/** The one window: a sandboxed page that can reach the application through one message port and nothing else. */
import type { AppRouter } from '@core/router/index.js';
import { RPCHandler } from '@orpc/server/message-port';
import { PAGE } from './content.js';
import type { ElectronApi, MainPort, MainWindow } from './electron-api.js';

export interface WindowParts {
  readonly router: AppRouter;
  /** The built preload script. */
  readonly preload: string;
}

/** The preload listens for it and passes the port on to the page. */
export const PORT_CHANNEL = 'continuist-port';

export function openWindow(electron: ElectronApi, { router, preload }: WindowParts): MainWindow {
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
    },
  });
  const contents = window.webContents;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());

  const calls = new RPCHandler(router);
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
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => port?.close());
  void window.loadURL(PAGE);
  return window;
}
