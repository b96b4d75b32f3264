/** A stand-in for Electron that is held to Electron's own types. */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import type {
  BrowserWindowConstructorOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NotificationConstructorOptions,
  OpenDialogOptions,
  SaveDialogOptions,
} from 'electron';
import type { ElectronApi, MainPort } from '../electron-api.js';

type Handler = (request: Request) => Promise<Response>;

interface StandInOptions {
  /** Electron's folder for the user's data. */
  readonly data: string;
  readonly isFirst?: boolean;
  readonly isPackaged?: boolean;
  /** The model's process ends as soon as it is started. */
  readonly modelEnds?: boolean;
}

interface StandInWindow extends EventEmitter {
  readonly webContents: EventEmitter;
  readonly ipc: EventEmitter;
  focused: boolean;
  close(): void;
  isDestroyed(): boolean;
}

function fail(reason: string): never {
  throw new Error(reason);
}

/** Emits what Electron would; remembers what it was told. */
export function standIn({ data, isFirst = true, isPackaged = true, modelEnds = true }: StandInOptions) {
  const app = new EventEmitter();
  const windows: StandInWindow[] = [];
  const told = {
    calls: [] as string[],
    /** How each window was asked for. */
    windows: [] as BrowserWindowConstructorOptions[],
    schemes: [] as string[],
    handlers: new Map<string, Handler>(),
    openHandler: null as null | ((details: never) => { action: string }),
    permission: null as null | ((...args: never[]) => void),
    check: null as null | ((...args: never[]) => boolean),
    ports: [] as { channel: string; port: MainPort }[],
    menu: [] as MenuItemConstructorOptions[],
    chosen: [] as string[],
    asked: [] as (OpenDialogOptions | SaveDialogOptions)[],
    errors: [] as string[],
    questions: [] as MessageBoxOptions[],
    notices: [] as (EventEmitter & NotificationConstructorOptions)[],
    recent: [] as string[],
    /** The button that is pressed on the next question. */
    answer: 0,
    handedOver: undefined as unknown,
    data,
  };
  const call = (name: string) => () => void told.calls.push(name);
  const api = {
    app: Object.assign(app, {
      name: 'Continuist',
      isPackaged,
      whenReady: () => Promise.resolve(),
      quit: call('quit'),
      exit: call('exit'),
      addRecentDocument: (path: string) => void told.recent.push(path),
      getPath: () => told.data,
      // As Electron's documentation has it.
      setPath: (_name: string, path: string) => {
        if (!existsSync(path)) throw new Error('Failed to set path');
        told.data = path;
      },
      // It crosses to the first instance as a copy.
      requestSingleInstanceLock: (data?: object) => {
        told.handedOver = structuredClone(data);
        return isFirst;
      },
    }),
    BrowserWindow: class extends EventEmitter {
      readonly ipc = new EventEmitter();
      readonly webContents = Object.assign(new EventEmitter(), {
        ipc: this.ipc,
        setWindowOpenHandler: (handler: never) => {
          told.openHandler = handler;
        },
        postMessage: (channel: string, _message: unknown, [port]: MainPort[] = []) => {
          if (port) told.ports.push({ channel, port });
        },
      });
      readonly show = call('show');
      readonly focus = call('focus');
      readonly restore = call('restore');
      focused = true;
      #destroyed = false;
      constructor(options: BrowserWindowConstructorOptions) {
        super();
        told.windows.push(options);
        windows.push(this);
      }
      isMinimized() {
        return true;
      }
      isFocused() {
        return this.focused;
      }
      isDestroyed() {
        return this.#destroyed;
      }
      destroy() {
        this.#destroyed = true;
        this.webContents.removeAllListeners();
        this.emit('closed');
        if (windows.every((window) => window.isDestroyed())) app.emit('window-all-closed');
      }
      /** As the artist does it. */
      close() {
        let prevented = false;
        this.emit('close', { preventDefault: () => (prevented = true) });
        if (!prevented) this.destroy();
      }
      async loadURL(address: string) {
        told.calls.push(`load ${address}`);
      }
    },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => {
        told.menu = template;
        return {};
      },
      setApplicationMenu: call('menu'),
    },
    MessageChannelMain: class {
      readonly port1: MainPort;
      readonly port2: MainPort;
      constructor() {
        const channel = new MessageChannel();
        this.port1 = mainPort(channel.port1);
        this.port2 = mainPort(channel.port2);
      }
    },
    dialog: {
      showSaveDialog: (options: SaveDialogOptions) => {
        told.asked.push(options);
        const [filePath = ''] = told.chosen;
        return Promise.resolve({ canceled: filePath === '', filePath });
      },
      showOpenDialog: (options: OpenDialogOptions) => {
        told.asked.push(options);
        return Promise.resolve({ canceled: told.chosen.length === 0, filePaths: told.chosen });
      },
      showMessageBox: (options: MessageBoxOptions) => {
        told.questions.push(options);
        return Promise.resolve({ response: told.answer, checkboxChecked: false });
      },
      showErrorBox: (title: string) => void told.errors.push(title),
    },
    Notification: class extends EventEmitter {
      static isSupported() {
        return true;
      }
      constructor(options: NotificationConstructorOptions) {
        super();
        told.notices.push(Object.assign(this, options));
      }
      readonly show = call('notice');
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: { scheme: string }[]) => {
        told.schemes = schemes.map(({ scheme }) => scheme);
      },
      handle: (scheme: string, handler: Handler) => void told.handlers.set(scheme, handler),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: never) => {
          told.permission = handler;
        },
        setPermissionCheckHandler: (handler: never) => {
          told.check = handler;
        },
        setDevicePermissionHandler: () => undefined,
      },
    },
    utilityProcess: {
      fork: () => {
        const child = new EventEmitter();
        if (modelEnds) queueMicrotask(() => child.emit('exit', 1));
        return Object.assign(child, {
          pid: 1,
          postMessage: () => undefined,
          kill: () => child.emit('exit', 0),
        });
      },
    },
  };
  // Electron's overloads of `on` name every event; the stand-in takes any.
  return {
    api: api as typeof api & ElectronApi,
    told,
    app,
    /** Of the window that was opened last. */
    get contents() {
      return this.window().webContents;
    },
    windows,
    /** The one that was opened last. */
    window: () => windows.at(-1) ?? fail('no window was opened'),
  };
}

/** Node's port with the words of Electron's. */
function mainPort(port: import('node:worker_threads').MessagePort): MainPort {
  const words = {
    on: (event: string, listener: (event: { data: unknown }) => void) => {
      if (event === 'message') port.on('message', (data) => listener({ data }));
      else port.on(event, listener as never);
      return words;
    },
    postMessage: (data: unknown) => port.postMessage(data),
    start: () => port.start(),
    close: () => port.close(),
  };
  return words as unknown as MainPort;
}
