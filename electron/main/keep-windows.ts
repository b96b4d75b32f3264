/**
 * The windows and what outlives them: work that is under way may go on without one, which another start or a click in
 * the dock opens again. Without window and work the application quits.
 */
import { randomUUID } from 'node:crypto';
import type { Application } from '@core/application.js';
import type { Seat, Storyboards } from '@core/storyboards/index.js';
import { isTerminal } from '@shared/job.js';
import { askAboutWork } from './ask-about-work.js';
import type { ElectronApi, MainWindow } from './electron-api.js';
import { menuTemplate } from './menu.js';
import { notifyOf } from './notify.js';
import { openWindow } from './open-window.js';

export interface KeptWindows {
  /** Another window; without an application it shows what the first one does. */
  open(application?: Application): void;
  /** Brings the window of a storyboard to the front, or any, or opens one. */
  show(application?: Application): void;
}

/** Opens the first window. `preload`: the built script. */
export function keepWindows(electron: ElectronApi, storyboards: Storyboards, preload: string): KeptWindows {
  const { app, Menu } = electron;
  const { log } = storyboards.first.options;
  const windows = new Map<MainWindow, Seat>();
  /** The one whose menu is shown. */
  let front: MainWindow | null = null;
  let asking = false;
  let quitting = false;
  let hasQuit = false;

  const showMenu = () => {
    const seat = front && windows.get(front);
    const template = menuTemplate({
      platform: process.platform,
      hasDevTools: !app.isPackaged,
      entries: seat?.menu ?? [],
      run: (id) => seat?.tell({ type: 'action', id }),
      newWindow: () => storyboards.first.options.openWindow?.(),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const quitWhenIdle = () => {
    if (hasQuit || windows.size > 0 || storyboards.work.length > 0) return;
    hasQuit = true;
    app.quit();
  };
  /** `leaving`: all whose work is asked about. */
  const leave = async (leaving: readonly MainWindow[], applications: readonly Application[]) => {
    if (asking) return;
    asking = true;
    const work = applications.flatMap(({ jobs }) => jobs.awaited);
    const choice = await askAboutWork(electron, work).finally(() => {
      asking = false;
    });
    if (choice === 'stay') return;
    for (const window of leaving) if (!window.isDestroyed()) window.destroy();
    if (choice === 'stop') await Promise.all(applications.map((one) => one.stopAfterThisPicture()));
  };

  const open = (application?: Application) => {
    const seat = storyboards.sit(randomUUID(), application);
    const window = openWindow(electron, { seat, preload, log });
    windows.set(window, seat);
    hasQuit = false;
    front = window;
    seat.onMenu = () => front === window && showMenu();
    window.on('focus', () => {
      front = window;
      showMenu();
    });
    window.on('close', (event) => {
      const isLast = storyboards.seatsAt(seat.application).length === 1;
      if (quitting || !isLast || seat.application.jobs.awaited.length === 0) return;
      event.preventDefault();
      leave([window], [seat.application]).catch(log);
    });
    window.on('closed', () => {
      windows.delete(window);
      storyboards.leave(seat);
      if (front === window) front = [...windows.keys()].at(-1) ?? null;
      showMenu();
    });
    showMenu();
  };
  const show = (application?: Application) => {
    const all = [...windows];
    const [window] = all.find(([, seat]) => seat.application === application) ?? [];
    const found = window ?? (application ? null : (front ?? all[0]?.[0]));
    if (!found) return open(application);
    if (found.isMinimized()) found.restore();
    found.focus();
  };

  app.on('activate', () => show());
  app.on('window-all-closed', quitWhenIdle);
  app.on('before-quit', (event) => {
    if (quitting || storyboards.work.length === 0) {
      quitting = true;
      return;
    }
    event.preventDefault();
    leave([...windows.keys()], storyboards.applications).catch(log);
  });
  const notify = notifyOf(electron, {
    isFocused: (application) =>
      [...windows].some(([window, seat]) => seat.application === application && window.isFocused()),
    show,
  });
  storyboards.onJob((job, application) => {
    notify(job, application);
    // A job leaves the list right after it has said that it ended.
    if (isTerminal(job.state)) queueMicrotask(quitWhenIdle);
  });
  storyboards.onOpened((path) => app.addRecentDocument(path));
  open();
  return { open, show };
}
