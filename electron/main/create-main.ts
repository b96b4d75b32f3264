/** The Electron shell: its life from start to quit. Electron comes in as a parameter, so that a test can be it. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Application } from '@core/application.js';
import { FORMATS, type SaveQuestion } from '@core/formats/index.js';
import {
  applicationOptions,
  nextBoardRead,
  openAtStart,
  type Start,
  startAgain,
  startsFrom,
} from '@core/host/index.js';
import { Storyboards } from '@core/storyboards/index.js';
import type { OpenPurpose } from '@shared/contract/index.js';
import { toErrorData } from '@shared/errors.js';
import { registerSchemes, serveContent } from './content.js';
import type { ElectronApi } from './electron-api.js';
import { startElectronChild } from './electron-child.js';
import { keepWindows } from './keep-windows.js';
import { personAtDialog } from './person-at-dialog.js';
import { loggedOf, toldOf } from './process-gone.js';
import { Starts } from './starts.js';

export interface MainFiles {
  readonly rendererFolder: string;
  readonly preload: string;
  readonly inferenceEntry: string;
  /** Default: the program's own. */
  readonly modelsFolder?: string;
}

/** Resolves once the window is there; null when another instance has taken over. Throws BAD_SETTING. */
export async function createMain(
  electron: ElectronApi,
  files: MainFiles,
  args: readonly string[],
): Promise<{ storyboards: Storyboards } | null> {
  const { app } = electron;
  registerSchemes(electron.protocol);
  moveData(app, process.env.CONTINUIST_DATA_FOLDER);
  // Before its files come Electron's own program and, where that is not packaged, the script that it runs.
  const own = startsFrom(args, process.cwd(), { own: app.isPackaged ? 1 : 2 });
  // As data: Chromium sorts the arguments that it hands over, switches first.
  if (!app.requestSingleInstanceLock({ starts: own })) {
    app.quit();
    return null;
  }
  const starts = new Starts(app);
  await app.whenReady();
  refuseAllPermissions(electron);
  /** Once there are windows. */
  let openWindow = async (): Promise<void> => undefined;
  const application = await Application.create(
    await applicationOptions({
      host: 'electron',
      dataFolder: app.getPath('userData'),
      startChild: startElectronChild(electron.utilityProcess, files.inferenceEntry),
      person: personAtDialog(electron.dialog),
      openDialog: (purpose) => askFor(electron, purpose),
      openWindow: () => void openWindow().catch(say),
      saveDialog: (question) => askWhere(electron, question),
      flags: own[0].flags,
      ...(files.modelsFolder ? { modelsFolder: files.modelsFolder } : {}),
    }),
  );
  // A window that is closed does not come back.
  const storyboards = new Storyboards(application, { lingers: 0 });
  serveContent(electron.protocol, storyboards, files.rendererFolder);
  const windows = keepWindows(electron, storyboards, files.preload);
  openWindow = async () => windows.open(await storyboards.another());

  const opened = (application: Application, open: () => Promise<void>) =>
    Promise.race([nextBoardRead(application), open().catch(say)]);
  const say = (thrown: unknown) => {
    const { message, hint } = toErrorData(thrown);
    application.options.log(thrown);
    electron.dialog.showErrorBox(message, hint);
  };
  /** In the window that has it open, in one with nothing of the artist's in it, or in another window. */
  const takeStart = async (another: Start) => {
    const { board } = another;
    const here = board === null ? storyboards.first : await storyboards.openAt(board).catch(() => null);
    if (here) {
      windows.show(board === null ? undefined : here);
      await startAgain(here, { ...another, board: null });
      return;
    }
    const { sample } = application.options;
    const free = storyboards.applications.find(
      ({ boardOrNull, isAsking }) =>
        !isAsking && (boardOrNull === null || boardOrNull.review.folder === sample.folder),
    );
    const taken = free ?? (await storyboards.another());
    windows.show(taken);
    await opened(taken, () => startAgain(taken, another));
  };
  app.on('child-process-gone', (_event, details) => {
    const logged = loggedOf(details);
    if (logged) application.options.log(logged);
    const told = toldOf(details);
    if (told) for (const { watching } of storyboards.applications) watching.tellLost(told);
  });
  putAwayAtTheEnd(electron, storyboards);
  await starts.begin(own, {
    first: (start) => opened(application, () => openAtStart(application, start)),
    take: takeStart,
    show: windows.show,
    say,
  });
  return { storyboards };
}

function refuseAllPermissions({ session }: ElectronApi): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** Without their dots, as Electron takes them. */
const OPENED_EXTENSIONS = FORMATS.filter(({ read }) => read).flatMap(({ extensions }) =>
  extensions.map((extension) => extension.slice(1)),
);

const OPEN_TITLES: Readonly<Record<OpenPurpose, string>> = {
  storyboard: 'Open a storyboard',
  model: 'Choose the folder of a model',
  pictures: 'Choose a folder of pictures',
  'brand-style': 'Import a brand style',
};

async function askFor({ dialog }: ElectronApi, purpose: OpenPurpose): Promise<string | null> {
  const title = OPEN_TITLES[purpose];
  if (purpose === 'brand-style') {
    const filters = [{ name: 'Brand styles', extensions: ['json'] }];
    return (await dialog.showOpenDialog({ title, properties: ['openFile'], filters })).filePaths[0] ?? null;
  }
  // Only macOS offers files and folders in one dialog; elsewhere the folder is what people have.
  const files = purpose === 'storyboard' && process.platform === 'darwin';
  const { filePaths } = await dialog.showOpenDialog({
    title,
    properties: files ? ['openFile', 'openDirectory'] : ['openDirectory'],
    ...(files && { filters: [{ name: 'Storyboards', extensions: OPENED_EXTENSIONS }] }),
  });
  return filePaths[0] ?? null;
}

/** The file, or the folder in which the export's own is made; null when the artist cancels. */
async function askWhere(
  { dialog }: ElectronApi,
  { title, name, makes }: SaveQuestion,
): Promise<string | null> {
  if (makes === 'file') {
    const { canceled, filePath } = await dialog.showSaveDialog({ title, defaultPath: name });
    return canceled ? null : filePath;
  }
  const { filePaths } = await dialog.showOpenDialog({
    title: `${title}: choose where to put the folder “${name}”`,
    buttonLabel: 'Export here',
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0] ?? null;
}

/** Quits after the review is put away and the model's process is gone. */
function putAwayAtTheEnd({ app }: ElectronApi, storyboards: Storyboards): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const { log } = storyboards.first.options;
    void storyboards
      .close()
      .catch(log)
      .finally(() => app.exit(0));
  });
}

/** All of it, Electron's own too, and with it which instance is the first. */
function moveData(app: ElectronApi['app'], folder: string | undefined): void {
  if (!folder) return;
  // Electron takes no folder that is not there.
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', resolve(folder));
}
