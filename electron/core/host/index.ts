/** What every host (Electron, web, command line) tells the application of this machine and this installation. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import type { Application, ApplicationOptions, OpenOptions } from '@core/application.js';
import type { StartingFolder } from '@core/browsing/index.js';
import { filesFolder, programFolder } from '@core/files/index.js';
import { filesToChoose } from '@core/formats/index.js';
import { given } from '@core/settings/index.js';
import { ContinuistError } from '@shared/errors.js';
import { programVersion, userDataFolder } from './folders.js';
import { keepHeapSmall, tidyHeap } from './heap.js';
import { openLog } from './log.js';
import { writableSample } from './sample.js';
import type { Start } from './start.js';

export { pageOnce } from './page.js';
export { type Start, startArguments, startsFrom, startsHandedOver } from './start.js';

export interface HostOptions extends Pick<ApplicationOptions, 'host' | 'startChild'> {
  /** Settings given on the command line. */
  readonly flags?: ApplicationOptions['settings']['flags'];
  readonly person?: ApplicationOptions['person'];
  readonly openDialog?: ApplicationOptions['openDialog'];
  readonly saveDialog?: ApplicationOptions['saveDialog'];
  readonly openWindow?: ApplicationOptions['openWindow'];
  readonly note?: ApplicationOptions['note'];
  readonly allowsGraph?: ApplicationOptions['allowsGraph'];
  /** Default: the user's. Reviews of folders that cannot be written, settings, thumbnails, the sample and the log. */
  readonly dataFolder?: string;
  readonly modelsFolder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** CONTINUIST_DATA_FOLDER and CONTINUIST_MODELS_FOLDER stand in for the folders not given. */
export async function applicationOptions(options: HostOptions): Promise<ApplicationOptions> {
  keepHeapSmall();
  const { environment = process.env } = options;
  const program = programFolder(import.meta.url);
  const files = filesFolder(program);
  const dataFolder = options.dataFolder ?? environment.CONTINUIST_DATA_FOLDER ?? userDataFolder();
  await mkdir(dataFolder, { recursive: true }).catch((thrown: NodeJS.ErrnoException) => {
    throw new ContinuistError(
      'SAVE_FAILED',
      `${dataFolder} (${thrown.code})`,
      { folder: dataFolder },
      thrown,
    );
  });
  return {
    version: programVersion(program),
    host: options.host,
    dataFolder,
    modelsFolder: options.modelsFolder ?? environment.CONTINUIST_MODELS_FOLDER ?? join(files, 'models'),
    sample: writableSample(join(files, 'examples', 'lantern'), join(dataFolder, 'sample')),
    startChild: options.startChild,
    settings: { userFile: join(dataFolder, 'settings.json'), environment, flags: options.flags ?? {} },
    startingFolders: startingFolders(),
    threads: Math.min(4, availableParallelism()),
    tidyMemory: tidyHeap,
    ...(options.person ? { person: options.person } : {}),
    ...(options.openDialog ? { openDialog: options.openDialog } : {}),
    ...(options.saveDialog ? { saveDialog: options.saveDialog } : {}),
    ...(options.openWindow ? { openWindow: options.openWindow } : {}),
    ...(options.note ? { note: options.note } : {}),
    ...(options.allowsGraph ? { allowsGraph: options.allowsGraph } : {}),
    log: openLog(join(dataFolder, 'continuist.log')),
  };
}

/** Opens `board`, or the sample when none is named, and looks at what was not looked at yet. */
export async function openAtStart(
  application: Application,
  { board, match }: Pick<Start, 'board' | 'match'>,
): Promise<void> {
  await openOrAsk(application, board ?? (await application.options.sample.ready()), given({ match }));
}

/**
 * What another start asks of the application that runs already. Its board is opened with its flags alone; flags
 * without a board count for the storyboard that is open; without either nothing changes.
 */
export async function startAgain(application: Application, { board, flags, match }: Start): Promise<void> {
  if (board !== null) await openOrAsk(application, board, { flags, ...given({ match }) });
  else if (Object.keys(flags).length > 0) {
    await application.setFlags(flags);
    lookAtTheRest(application);
  }
}

/** Where it is not plain which picture shows which shot, or which shots file is meant, a window asks first. */
async function openOrAsk(
  application: Application,
  board: string,
  said: Pick<OpenOptions, 'flags' | 'match'>,
): Promise<void> {
  const wait = (): false => {
    application.waitFor(board);
    return false;
  };
  // Who said which picture shows which shot has seen it.
  const isOpen = await application
    .open(board, { ...said, ...(!said.match && { confirm: wait }) })
    .catch((thrown: unknown) => {
      if (filesToChoose(thrown)) return wait();
      throw thrown;
    });
  if (isOpen) lookAtTheRest(application);
}

/**
 * Resolves when the next storyboard has been read, or the application is closed. Opening takes longer: a large judge
 * is still loading when its board has long been read.
 */
export async function nextBoardRead({ watching }: Application): Promise<void> {
  const messages = watching.watch({ watcher: randomUUID(), shots: [] });
  // The first is the document as it stands.
  await messages.next();
  for await (const { type } of messages) if (type === 'document') return;
}

function lookAtTheRest(application: Application): void {
  const review = application.boardOrNull?.review;
  if (review && review.readOnly === null) application.analyse({ shotIds: null, again: false, unasked: true });
}

function startingFolders(): StartingFolder[] {
  const home = homedir();
  const known = ['Pictures', 'Documents', 'Desktop', 'Downloads'].map((name) => ({
    name,
    path: join(home, name),
  }));
  return [
    { name: 'Working folder', path: process.cwd() },
    { name: 'Home', path: home },
    ...known.filter(({ path }) => existsSync(path)),
  ];
}
