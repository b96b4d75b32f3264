/** The part of Electron that the shell uses, in Electron's own types: what a test must stand in for. */
import type * as Electron from 'electron';

export interface ElectronApi {
  readonly app: Pick<
    Electron.App,
    | 'whenReady'
    | 'on'
    | 'quit'
    | 'exit'
    | 'getPath'
    | 'setPath'
    | 'requestSingleInstanceLock'
    | 'name'
    | 'isPackaged'
    | 'addRecentDocument'
  >;
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => MainWindow;
  readonly Menu: Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly MessageChannelMain: new () => {
    readonly port1: MainPort;
    readonly port2: MainPort;
  };
  readonly dialog: Pick<
    Electron.Dialog,
    'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'
  >;
  readonly protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;
  readonly Notification: {
    new (options: Electron.NotificationConstructorOptions): Notice;
    isSupported(): boolean;
  };
  readonly session: { readonly defaultSession: WindowSession };
  readonly utilityProcess: { fork(...args: Parameters<typeof Electron.utilityProcess.fork>): ModelProcess };
}

export type Notice = Pick<Electron.Notification, 'on' | 'show'>;

export type MainPort = Pick<Electron.MessagePortMain, 'on' | 'postMessage' | 'start' | 'close'>;

export type WindowSession = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

export interface MainWindow
  extends Pick<
    Electron.BrowserWindow,
    | 'once'
    | 'on'
    | 'show'
    | 'focus'
    | 'restore'
    | 'isMinimized'
    | 'isFocused'
    | 'isDestroyed'
    | 'destroy'
    | 'loadURL'
  > {
  readonly webContents: WindowContents;
}

export interface WindowContents extends Pick<Electron.WebContents, 'setWindowOpenHandler' | 'on'> {
  readonly ipc: Pick<Electron.IpcMain, 'on'>;
  postMessage(channel: string, message: unknown, transfer?: MainPort[]): void;
}

export type ModelProcess = Pick<Electron.UtilityProcess, 'on' | 'once' | 'postMessage' | 'kill' | 'pid'>;
