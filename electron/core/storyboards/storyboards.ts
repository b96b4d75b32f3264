/** The storyboards that one program has open: an application each, and the windows that sit at it. */
import { basename, join, resolve } from 'node:path';
import { Application, type OpenOptions } from '@core/application.js';
import type { PictureAddress, Variant } from '@core/assets/index.js';
import { type Board, findBoard, reviewedAt } from '@core/board/index.js';
import type { Exported } from '@core/formats/index.js';
import { RecentStoryboards } from '@core/recent/index.js';
import { ContinuistError } from '@shared/errors.js';
import { isTerminal, type Job } from '@shared/job.js';
import { NO_CHOICE } from '@shared/matching/index.js';
import { Seat, type SeatKeeper } from './seat.js';

interface Table {
  readonly application: Application;
  /** Of windows that are there now. */
  readonly seats: Set<Seat>;
  /** Null = whoever comes next, or does something first. */
  decider: Seat | null;
  leaving: NodeJS.Timeout | null;
}

/** Hears of work as it goes on, and at which storyboard. */
type OpenedListener = (path: string, application: Application) => void;
type JobListener = (job: Job, application: Application) => void;

export interface StoryboardsOptions {
  /** Milliseconds that a storyboard stays open whose last window is gone: it may come back, as after a reload. */
  readonly lingers?: number;
}

export class Storyboards implements SeatKeeper {
  readonly #tables = new Map<Application, Table>();
  readonly #seats = new Map<string, Seat>();
  readonly #jobListeners = new Set<JobListener>();
  readonly #openedListeners = new Set<OpenedListener>();
  readonly #lingers: number;
  readonly recent: RecentStoryboards;
  #first: Application;
  /** Where one was opened last, or another window was asked for: who has no storyboard yet sits down there. */
  #latest: Application;

  constructor(first: Application, { lingers = 60_000 }: StoryboardsOptions = {}) {
    this.#first = first;
    this.#latest = first;
    this.#lingers = lingers;
    this.recent = new RecentStoryboards(join(first.options.dataFolder, 'recent.json'));
    this.#lay(first);
  }

  get applications(): readonly Application[] {
    return [...this.#tables.keys()];
  }

  /** The one that was there before the others. */
  get first(): Application {
    return this.#first;
  }

  /**
   * A window is there. `id`: the same as before where it comes back; who is there twice sits in two places. Who has no
   * storyboard yet sits down where one was opened last, or another window was asked for.
   */
  sit(id: string, application?: Application): Seat {
    const known = this.#seats.get(id);
    const isHere = known !== undefined && this.#tables.get(known.application)?.seats.has(known) === true;
    const seat = known && !isHere ? known : new Seat(this, application ?? this.#latest);
    if (!isHere) this.#seats.set(id, seat);
    if (!this.#tables.has(seat.application)) seat.move(this.#latest);
    this.#join(seat);
    return seat;
  }

  /** An application of its own for a window that opens another storyboard. */
  async another(): Promise<Application> {
    const application = await Application.create({
      ...this.#first.options,
      folderBrowser: this.#first.folderBrowser,
      sharedModels: this.#first.sharedModels,
    });
    this.#lay(application);
    return application;
  }

  /** The window is gone, for now or for good. */
  leave(seat: Seat): void {
    const table = this.#tables.get(seat.application);
    if (table) this.#stand(seat, table);
  }

  /** The windows that show a storyboard. */
  seatsAt(application: Application): readonly Seat[] {
    return [...(this.#tables.get(application)?.seats ?? [])];
  }

  /** Who is asked first, while nobody decides, decides from then on. */
  decidesElsewhere(seat: Seat): boolean {
    const table = this.#tables.get(seat.application);
    if (!table) return false;
    return table.decider !== null && table.decider !== seat;
  }

  letDecide(seat: Seat): void {
    const table = this.#tables.get(seat.application);
    if (!table || table.decider === seat) return;
    table.decider = seat;
    seat.application.watching.tellSettings();
  }

  receiveAt(application: Application): void {
    if (this.#tables.has(application)) this.#latest = application;
  }

  /** Which application has the storyboard of a path open; null = none. Throws what finding it throws. */
  async openAt(path: string, match = NO_CHOICE): Promise<Application | null> {
    const open = this.applications.filter(({ boardOrNull }) => boardOrNull !== null);
    const [any] = open;
    if (!any) return null;
    const { dataFolder } = any.options;
    const found = await findBoard(path, { dataFolder, match }).catch((thrown) =>
      reviewedAt(path, dataFolder, thrown),
    );
    return (
      open.find(({ board }) => board.review.folder === found.folder && sourceOf(board) === found.source) ??
      null
    );
  }

  async open(seat: Seat, path: string, options: OpenOptions): Promise<boolean> {
    const { application } = seat;
    const isFree = () =>
      this.seatsAt(application).every((other) => other === seat) && application.jobs.awaited.length === 0;
    // Nobody else can have it open.
    if (this.#tables.size === 1 && isFree()) return application.open(path, options);
    const openedBy = await this.openAt(path, options.match).catch(() => null);
    // What this window shows already is read anew.
    if (openedBy === application) return seat.deciding.open(path, options);
    if (openedBy) {
      this.#move(seat, openedBy);
      return true;
    }
    if (isFree()) return application.open(path, options);
    const own = await this.another();
    const isOpen = await own.open(path, options).catch(async (thrown: unknown) => {
      await this.#clear(own);
      throw thrown;
    });
    if (isOpen) this.#move(seat, own);
    else await this.#clear(own);
    return isOpen;
  }

  /** A picture of any of them. Throws what `Application.picture` throws. */
  async picture(address: PictureAddress): Promise<Variant> {
    let missing: unknown = null;
    for (const application of this.applications)
      try {
        return await application.picture(address);
      } catch (thrown) {
        const isElsewhere =
          thrown instanceof ContinuistError && ['NOT_FOUND', 'NO_STORYBOARD'].includes(thrown.code);
        if (!isElsewhere) missing = thrown;
      }
    throw missing ?? new ContinuistError('NOT_FOUND');
  }

  /** An export that waits for its browser, once. */
  exported(token: string): Exported | null {
    for (const { exports } of this.applications) {
      const made = exports.taken(token);
      if (made) return made;
    }
    return null;
  }

  /** Settings were saved at one of them: the others take them in. */
  async settingsSaved(by: Application): Promise<void> {
    for (const other of this.applications) if (other !== by) await other.readSettings();
  }

  /** All that is under way and somebody waits for. */
  get work(): readonly Job[] {
    return this.applications.flatMap(({ jobs }) => jobs.awaited);
  }

  onJob(listener: JobListener): void {
    this.#jobListeners.add(listener);
  }

  /** Hears of each storyboard that is opened, the sample apart. */
  onOpened(listener: OpenedListener): void {
    this.#openedListeners.add(listener);
  }

  async stopAfterThisPicture(): Promise<void> {
    await Promise.all(this.applications.map((application) => application.stopAfterThisPicture()));
  }

  /** Throws what went wrong first; all are put away. */
  async close(): Promise<void> {
    const closed = await Promise.allSettled(this.applications.map((application) => application.close()));
    for (const { leaving } of this.#tables.values()) clearTimeout(leaving ?? undefined);
    await this.recent.settled();
    for (const one of closed) if (one.status === 'rejected') throw one.reason;
  }

  #lay(application: Application): void {
    const table: Table = { application, seats: new Set(), decider: null, leaving: null };
    this.#tables.set(application, table);
    application.onOpened((path, board) => {
      this.#latest = application;
      if (path === application.options.sample.folder) return;
      const full = resolve(path);
      const [storyboard] = Object.values(board.review.records.storyboard);
      this.recent.add(full, storyboard?.title ?? basename(full)).catch(application.options.log);
      for (const listener of this.#openedListeners) listener(full, application);
    });
    application.jobs.onChange((job) => {
      for (const listener of this.#jobListeners) listener(job, application);
      // A job leaves the list right after it has said that it ended.
      if (isTerminal(job.state)) queueMicrotask(() => this.#tidy(table));
    });
  }

  #join(seat: Seat): void {
    const table = this.#tables.get(seat.application);
    if (!table) return;
    table.seats.add(seat);
    table.decider ??= seat;
    clearTimeout(table.leaving ?? undefined);
    table.leaving = null;
  }

  #stand(seat: Seat, table: Table): void {
    table.seats.delete(seat);
    if (table.decider === seat) {
      table.decider = null;
      table.application.watching.tellSettings();
    }
    this.#tidy(table);
  }

  #move(seat: Seat, application: Application): void {
    const before = this.#tables.get(seat.application);
    seat.move(application);
    if (before) this.#stand(seat, before);
    this.#join(seat);
  }

  /** Closes what nobody looks at and nothing works on, except the last one. */
  #tidy(table: Table): void {
    const isUsed = () => table.seats.size > 0 || table.application.jobs.current.length > 0;
    if (isUsed() || table.leaving || this.#tables.size === 1 || !this.#tables.has(table.application)) return;
    table.leaving = setTimeout(() => {
      table.leaving = null;
      if (!isUsed() && this.#tables.size > 1)
        void this.#clear(table.application).catch(table.application.options.log);
    }, this.#lingers).unref();
  }

  async #clear(application: Application): Promise<void> {
    this.#tables.delete(application);
    const [left = application] = this.applications;
    if (this.#first === application) this.#first = left;
    if (this.#latest === application) this.#latest = left;
    await application.close();
  }
}

/** As `FoundStoryboard.source` has it. */
function sourceOf({ review, sourceName }: Board): string | null {
  const [storyboard] = Object.values(review.records.storyboard);
  return storyboard?.source.kind === 'images' ? null : (sourceName ?? null);
}
