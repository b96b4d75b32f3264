/**
 * The one window and what outlives it: work that is under way may go on without a window, which another start or a
 * click in the dock opens again. Without window and work the application quits.
 */
import type { Application } from '@core/application.js';
import { isTerminal, type Job, type JobKind } from '@shared/job.js';
import type { ElectronApi, MainWindow } from './electron-api.js';
import { openWindow, type WindowParts } from './open-window.js';

/** Opens the window. Returns what brings it to the front, or opens it anew where it was closed. */
export function keepWindow(
  electron: ElectronApi,
  application: Pick<Application, 'jobs' | 'options' | 'stopAfterThisPicture'>,
  parts: Omit<WindowParts, 'log'>,
): () => void {
  const { app } = electron;
  const { jobs, options } = application;
  let window: MainWindow | null = null;
  let asking = false;

  const leave = async (leaving: MainWindow) => {
    asking = true;
    const choice = await askAboutWork(electron, jobs.current).finally(() => {
      asking = false;
    });
    if (choice === 'stay' || leaving.isDestroyed()) return;
    leaving.destroy();
    if (choice === 'stop') await application.stopAfterThisPicture();
  };
  const open = () => {
    const opened = openWindow(electron, { ...parts, log: options.log });
    opened.on('close', (event) => {
      if (jobs.current.length === 0) return;
      event.preventDefault();
      if (!asking) leave(opened).catch(options.log);
    });
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    window = opened;
  };
  const show = () => {
    if (!window) return open();
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  const quitWhenIdle = () => {
    if (!window && jobs.current.length === 0) app.quit();
  };

  app.on('activate', show);
  app.on('window-all-closed', quitWhenIdle);
  // A job leaves the list right after it has said that it ended.
  jobs.onChange(({ state }) => isTerminal(state) && queueMicrotask(quitWhenIdle));
  open();
  return show;
}

const WORDS: Readonly<Record<JobKind, string>> = {
  analysis: 'Analysing',
  regeneration: 'Regenerating',
  download: 'Downloading a model',
  export: 'Exporting',
};

async function askAboutWork(
  { dialog }: ElectronApi,
  work: readonly Job[],
): Promise<'background' | 'stop' | 'stay'> {
  const pictures = work.some(({ kind }) => kind !== 'download');
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Continuist',
    message: 'Continuist is still working.',
    detail: [
      ...work.map(({ kind, done, total }) =>
        kind === 'download' || total === 0 ? `${WORDS[kind]}.` : `${WORDS[kind]}: ${done} of ${total} done.`,
      ),
      'In the background it goes on without a window and ends by itself. Start Continuist again to see it.',
      'Your decisions are saved either way.',
    ].join('\n'),
    buttons: [
      'Keep working in the background',
      pictures ? 'Stop after this picture' : 'Stop, and go on next time',
      'Cancel',
    ],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return response === 0 ? 'background' : response === 1 ? 'stop' : 'stay';
}
