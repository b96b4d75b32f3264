/** One window's place at a storyboard. Of those that look at the same one, one decides and the others see what it does. */
import type { Application, OpenOptions } from '@core/application.js';
import type { RecentStoryboards } from '@core/recent/index.js';
import type { Told } from '@core/watching/index.js';
import type { Looking, MenuEntry, Message } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';

/** What a seat asks of all there are; see `Storyboards`. */
export interface SeatKeeper {
  readonly recent: RecentStoryboards;
  decidesElsewhere(seat: Seat): boolean;
  letDecide(seat: Seat): void;
  receiveAt(application: Application): void;
  open(seat: Seat, path: string, options: OpenOptions): Promise<boolean>;
  settingsSaved(by: Application): Promise<void>;
}

export class Seat {
  readonly storyboards: SeatKeeper;
  #application: Application;
  #watcher: string | null = null;
  #menu: readonly MenuEntry[] = [];
  /** Called when the window has another menu. */
  onMenu = (): void => undefined;
  /** Aborts when the window goes to another storyboard. */
  #stay = new AbortController();

  /** Made by its keeper alone. */
  constructor(storyboards: SeatKeeper, application: Application) {
    this.storyboards = storyboards;
    this.#application = application;
  }

  /** Of the storyboard that this window shows. */
  get application(): Application {
    return this.#application;
  }

  /** Another window decides about what this one shows. */
  get watchesOnly(): boolean {
    return this.storyboards.decidesElsewhere(this);
  }

  /** For what changes the storyboard. Throws WATCHING_ONLY. */
  get deciding(): Application {
    if (this.watchesOnly) throw new ContinuistError('WATCHING_ONLY');
    return this.#application;
  }

  /** From now on this window decides, and the one that did watches. */
  decideHere(): void {
    this.storyboards.letDecide(this);
  }

  /** Who comes next and has no storyboard yet sits down at the one of this window. */
  bringAnother(): void {
    this.storyboards.receiveAt(this.#application);
  }

  /**
   * As `Application.open`, for this window alone: a storyboard that another window has open is watched there, and one
   * that another window looks on at stays open for it.
   */
  open(path: string, options: OpenOptions = {}): Promise<boolean> {
    return this.storyboards.open(this, path, options);
  }

  /** What the window is told, of whichever storyboard it is at, until `signal` aborts. */
  async *watch(looking: Looking, signal?: AbortSignal): AsyncGenerator<Message, void> {
    this.#watcher = looking.watcher;
    for (;;) {
      const stay = this.#stay.signal;
      const until = signal ? AbortSignal.any([signal, stay]) : stay;
      for await (const message of this.#application.watching.watch(looking, until))
        yield message.type === 'document' || message.type === 'settings'
          ? { ...message, watchesOnly: this.watchesOnly }
          : message;
      if (signal?.aborted || !stay.aborted) return;
    }
  }

  /** Throws NOT_FOUND. */
  look(looking: Looking): void {
    this.#application.watching.look(looking);
  }

  /** Only this window hears it, if it watches. */
  tell(told: Told): void {
    if (this.#watcher !== null) this.#application.watching.tellOne(this.#watcher, told);
  }

  /** What can be done in the window now. */
  get menu(): readonly MenuEntry[] {
    return this.#menu;
  }

  tellMenu(menu: readonly MenuEntry[]): void {
    this.#menu = menu;
    this.onMenu();
  }

  /** The window shows another storyboard from now on. Called by its keeper. */
  move(application: Application): void {
    this.#application = application;
    this.#stay.abort();
    this.#stay = new AbortController();
  }
}
