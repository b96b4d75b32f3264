/** The Electron shell: its life from start to quit. Electron comes in as a parameter, so that a test can be it. */
import { Application } from '@core/application.js';
import { applicationOptions, openAtStart } from '@core/host/index.js';
import { createRouter } from '@core/router.js';
import { toErrorData } from '@shared/errors.js';
import { boardArgument } from './board-argument.js';
import { registerSchemes, serveContent } from './content.js';
import type { ElectronApi, MainWindow } from './electron-api.js';
import { startElectronChild } from './electron-child.js';
import { menuTemplate } from './menu.js';
import { openWindow } from './open-window.js';

export interface MainFiles {
  readonly rendererFolder: string;
  readonly preload: string;
  readonly inferenceEntry: string;
  /** Default: the program's own. */
  readonly modelsFolder?: string;
}

/** Resolves once the window is there; null when another instance has taken over. */
export async function createMain(
  electron: ElectronApi,
  files: MainFiles,
  args: readonly string[],
): Promise<{ application: Application; window: MainWindow } | null> {
  const { app } = electron;
  registerSchemes(electron.protocol);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return null;
  }
  await app.whenReady();
  refuseAllPermissions(electron);
  const application = await Application.create(
    await applicationOptions({
      host: 'electron',
      dataFolder: app.getPath('userData'),
      startChild: startElectronChild(electron.utilityProcess, files.inferenceEntry),
      openDialog: () => askForBoard(electron),
      ...(files.modelsFolder ? { modelsFolder: files.modelsFolder } : {}),
    }),
  );
  serveContent(electron.protocol, application, files.rendererFolder);
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menuTemplate(process.platform)));
  const window = openWindow(electron, { router: createRouter(application), preload: files.preload });

  const open = async (board: string | null) => {
    try {
      await openAtStart(application, board);
    } catch (thrown) {
      const { message, hint } = toErrorData(thrown);
      application.options.log(thrown);
      electron.dialog.showErrorBox(message, hint);
    }
  };
  app.on('second-instance', (_event, otherArgs, workingFolder) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    const board = boardArgument(otherArgs, workingFolder);
    if (board) void open(board);
  });
  endWithTheWindow(electron, application);
  await open(boardArgument(args, process.cwd()));
  return { application, window };
}

function refuseAllPermissions({ session }: ElectronApi): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

async function askForBoard({ dialog }: ElectronApi): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'Open a storyboard',
    // Only macOS offers files and folders in one dialog; elsewhere the folder is what people have.
    properties: process.platform === 'darwin' ? ['openFile', 'openDirectory'] : ['openDirectory'],
  });
  return filePaths[0] ?? null;
}

/** Quits when the window closes, after the review is put away and the model's process is gone. */
function endWithTheWindow({ app }: ElectronApi, application: Application): void {
  app.on('window-all-closed', () => app.quit());
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void application
      .close()
      .catch(application.options.log)
      .finally(() => app.exit(0));
  });
}
