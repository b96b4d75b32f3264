/**
 * The application without a window: one storyboard at a time, its jobs, its model. Hosts (Electron, web, CLI,
 * tests) give it folders and a way to start the inference process; the contract is answered in router.ts.
 */
import { join } from 'node:path';
import { AnalysisDesk, type AskedFor, TakeDesk } from '@core/analysis/index.js';
import type { PictureAddress, Variant } from '@core/assets/index.js';
import {
  type Board,
  type BoardSource,
  findBoard,
  openBoard,
  PictureReadings,
  reviewedAt,
  SourceDesk,
} from '@core/board/index.js';
import { examplesIn } from '@core/brand-desk/index.js';
import { FolderBrowser, type StartingFolder } from '@core/browsing/index.js';
import { descriptionReader } from '@core/claims/index.js';
import { Consent, KeptGraphs, type Person } from '@core/consent/index.js';
import { ExaminationDesk } from '@core/examination/index.js';
import { NOTHING_SHOWN, pictureOf, TypicalFrames } from '@core/finding-pictures/index.js';
import {
  ExportDesk,
  FORMATS,
  type FoundStoryboard,
  type HearRead,
  type ImportedStoryboard,
  matchedBy,
  type SaveQuestion,
  type WriteContext,
} from '@core/formats/index.js';
import { GENERATORS, GeneratorDesk, GeneratorTrials, Placings } from '@core/generators/index.js';
import { type FirstPictures, ReceivedFiles, takeFirstPictures } from '@core/given/index.js';
import { hintsFor, suggestedPrompts } from '@core/hints/index.js';
import { CLOSING, Jobs } from '@core/jobs/index.js';
import { MatchDesk } from '@core/matching/index.js';
import { createMeasures, type Measures } from '@core/measures/index.js';
import { METADATA } from '@core/metadata/index.js';
import { LastJudges, ModelDesk, modelLost } from '@core/models/index.js';
import { editsForNote } from '@core/note-edits/index.js';
import { closeCutOff, RegenerationDesk, requeueCutOff } from '@core/regeneration/index.js';
import { hasReview } from '@core/review/index.js';
import { type Reading, SettingsDesk, type SettingsSources } from '@core/settings/index.js';
import { Watching } from '@core/watching/index.js';
import { type Inference, SharedModels, type StartChild } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { libraryFolders } from '@models/library/index.js';
import type { Edit } from '@shared/analysis.js';
import { type SentCommand, takesOfCommand } from '@shared/commands/index.js';
import type {
  Info,
  LoadedSettings,
  Moves,
  NotedPrompt,
  OpenPurpose,
  Placing,
  ShotPrompt,
  Stepped,
} from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { FindingPicture } from '@shared/finding-picture.js';
import type { Hint } from '@shared/hint.js';
import type { Job } from '@shared/job.js';
import { joined, type MatchChoice, NO_CHOICE } from '@shared/matching/index.js';
import type { Settings } from '@shared/settings.js';
import type { SourceChange } from '@shared/source-change/index.js';

/** The sample storyboard, as the artist may work on it. */
export interface Sample {
  /** Where its copy lies, or will. Absolute. */
  readonly folder: string;
  /** The same, once the copy is there. Throws SAMPLE_FAILED. */
  ready(): Promise<string>;
}

export interface ApplicationOptions {
  readonly version: string;
  readonly host: Info['host'];
  /** Where reviews go whose own folder cannot be written, and thumbnails. */
  readonly dataFolder: string;
  readonly modelsFolder: string;
  readonly sample: Sample;
  readonly startChild: StartChild;
  readonly settings: SettingsSources;
  readonly startingFolders: readonly StartingFolder[];
  /** Of the first application of this program, so that tokens mean the same to all; default: its own. */
  readonly folderBrowser?: FolderBrowser;
  /** Of the first application of this program, so that a model which several ask is in memory once; default: its own. */
  readonly sharedModels?: SharedModels;
  /** Threads of one model call. */
  readonly threads: number;
  /** As `OpenBoardOptions.readAtOnce`. */
  readonly readAtOnce?: number;
  /** Who is asked, outside of the window, before a program is started or something sent elsewhere that was not before. */
  readonly person?: Person;
  /** Hears, where there is no window, what goes where in a graph that was not used before. True = it may be used. */
  readonly allowsGraph?: (placing: Placing) => boolean;
  /** The host's own open dialog: a path, or null when cancelled. */
  readonly openDialog?: (purpose: OpenPurpose) => Promise<string | null>;
  /** The host's own dialog for exports; without one the browser saves them. */
  readonly saveDialog?: (question: SaveQuestion) => Promise<string | null>;
  /** The host's own way to another window. */
  readonly openWindow?: () => void;
  /**
   * Gives back the memory that opening a large board leaves empty. It stops the thread for moments: `isFree` says before each
   * whether nothing is under way.
   */
  readonly tidyMemory?: (isFree: () => boolean) => Promise<void>;
  /** Hears, where there is no window, what should be known of a storyboard that opens. */
  readonly note?: (text: string) => void;
  /** Defects go here, with their stack. */
  readonly log: (thrown: unknown) => void;
}

export interface OpenOptions {
  readonly flags?: Partial<Settings>;
  /** What was said of which picture shows which shot. */
  readonly match?: MatchChoice;
  /** Also where no picture matches a shot. */
  readonly withoutPictures?: boolean;
  /** The name of a backup that is opened in the place of the review. */
  readonly backup?: string;
  /** Hears, while a new storyboard is read, of how many of its pictures. */
  readonly hear?: HearRead;
  /** Hears, in sentences, what is guessed of that where there is no review yet. False = it is not opened. */
  readonly confirm?: (doubts: readonly string[], found: FoundStoryboard) => boolean;
}

export class Application {
  readonly options: ApplicationOptions;
  readonly folderBrowser: FolderBrowser;
  readonly sharedModels: SharedModels;
  readonly jobs: Jobs;
  readonly models: ModelDesk;
  readonly examinations: ExaminationDesk;
  readonly generators: GeneratorDesk;
  readonly trials: GeneratorTrials;
  readonly regeneration: RegenerationDesk;
  readonly takes: TakeDesk;
  readonly #analysis: AnalysisDesk;
  /** Files that a window hands over. */
  readonly received = new ReceivedFiles();
  readonly exports: ExportDesk;
  readonly consent: Consent;
  readonly watching: Watching;
  readonly matching: MatchDesk;
  readonly #measures: Measures;
  /** Lets go of the thread that reads descriptions; null while no storyboard was opened. */
  #leaveReading: (() => void) | null = null;
  readonly #lastJudges: LastJudges;
  readonly #placings: Placings;
  readonly #sources: SourceDesk;
  readonly #inference: Inference;
  readonly #settings: SettingsDesk;
  #board: Board | null = null;
  /** What it was opened from. */
  #path = '';
  /** The token of what was named at the start and is asked of first. */
  #waiting: string | null = null;
  readonly #openedListeners = new Set<(path: string, board: Board) => void>();
  /** What the artist did last and is still to be done; null = nothing is. */
  #turn: Promise<void> | null = null;
  /** Called when a window asks for a picture. */
  #pictureAsked = (): void => undefined;

  private constructor(options: ApplicationOptions) {
    this.options = options;
    this.#settings = new SettingsDesk(options.settings);
    this.folderBrowser = options.folderBrowser ?? new FolderBrowser(options.startingFolders);
    this.matching = new MatchDesk({ folderBrowser: this.folderBrowser, dataFolder: options.dataFolder });
    this.jobs = new Jobs(options.log);
    this.#lastJudges = new LastJudges(join(options.dataFolder, 'judges.json'));
    this.#measures = createMeasures({ modelsFolder: options.modelsFolder });
    this.#placings = new Placings({
      kept: new KeptGraphs(join(options.dataFolder, 'graphs.json')),
      onChange: () => this.watching.tellSettings(),
      isWanted: (id) => this.#board?.review.records.request[id]?.state === 'queued',
      answer: options.allowsGraph,
    });
    this.generators = new GeneratorDesk(() => this.settings, GENERATORS, this.#placings);
    this.trials = new GeneratorTrials(this.generators);
    this.exports = new ExportDesk({
      jobs: this.jobs,
      known: (control) => this.board.identities.during(control),
      context: (target) => this.writeContext(target),
      saveDialog: options.saveDialog,
    });
    const { startChild: start, threads } = options;
    const folders = libraryFolders(options);
    this.models = new ModelDesk({
      folders,
      start,
      threads,
      settings: () => this.settings,
      jobs: this.jobs,
      inference: () => this.#inference,
    });
    this.sharedModels = options.sharedModels ?? new SharedModels({ start, ...folders, threads });
    this.#inference = this.sharedModels.asker({
      servers: () => this.settings.servers,
      devices: (judge) => this.models.chainOf(judge),
      ensemble: () => this.settings.ensemble,
      onLost: (reason) => {
        options.log(new Error(`the model's process ended: ${reason}`));
        this.watching.tellLost(modelLost(reason));
      },
    });
    this.examinations = new ExaminationDesk({
      dataFolder: options.dataFolder,
      jobs: this.jobs,
      inference: () => this.#inference,
      judge: () => this.settings.judge,
      isWatched: () => this.watching.isWatched,
      log: options.log,
    });
    this.#analysis = new AnalysisDesk({
      jobs: this.jobs,
      measures: this.#measures,
      inference: () => this.#inference,
      settings: () => this.settings,
      lastJudges: this.#lastJudges,
      loadingWords: (judge) => this.models.loadingWords(judge),
      // A shell waits for a result alone, and is told at once that there is no judge.
      measuresAlone: options.host !== 'test',
      log: options.log,
    });
    this.takes = new TakeDesk({
      board: () => this.board,
      inference: () => this.#inference,
      judge: () => this.settings.judge,
    });
    this.regeneration = new RegenerationDesk({
      jobs: this.jobs,
      generators: this.generators,
      settings: () => this.settings,
      lookers: () => this.#analysis.lookers(),
      board: () => this.board,
      isOpen: (board) => this.#board === board,
      onEnded: (board) => {
        if (this.#board === board) this.#analysis.goOn();
      },
    });
    const { jobs } = this;
    this.watching = new Watching({
      jobs,
      making: this.regeneration.making,
      source: () => this.#sources.state,
      settings: () => ({
        ...this.loadedSettings,
        question: this.consent.question,
        placings: this.#placings.open,
        waiting: this.#waiting,
      }),
    });
    this.#sources = new SourceDesk({
      begins: this.watching.begins,
      onChange: (board) => this.watching.tellSource(board.review.skipped),
      log: options.log,
    });
    this.consent = new Consent({ person: options.person, onChange: () => this.watching.tellSettings() });
  }

  static async create(options: ApplicationOptions): Promise<Application> {
    const application = new Application(options);
    application.#settings.adopt(await application.#settings.read());
    return application;
  }

  get settings(): Settings {
    return this.#settings.current;
  }

  /** With what is wrong with the user's file, if anything is. */
  get loadedSettings(): LoadedSettings {
    return this.#settings.now;
  }

  /** The judge that is in memory now; null when none is. */
  get loaded(): JudgeDescription | null {
    return this.#inference.loaded;
  }

  /** Process id of the model's process while it runs. */
  get inferencePid(): number | undefined {
    return this.#inference.pid;
  }

  /** The storyboard that is open; null when none is. */
  get boardOrNull(): Board | null {
    return this.#board;
  }

  /** Throws NO_STORYBOARD. */
  get board(): Board {
    if (!this.#board) throw new ContinuistError('NO_STORYBOARD');
    return this.#board;
  }

  /** The board as it is written now; `target`: the folder that its paths are relative to, null = its own. */
  writeContext(target: string | null): WriteContext {
    const { board, options } = this;
    const { generator, frameRate } = this.settings;
    const typical = new TypicalFrames(board);
    return {
      board,
      version: options.version,
      generator,
      frameRate,
      now: Date.now(),
      target,
      findingPicture: (shotId, key) => this.findingPicture(shotId, key, typical),
    };
  }

  info(): Info {
    return {
      version: this.options.version,
      host: this.options.host,
      hasOpenDialog: this.options.openDialog !== undefined,
      hasWindows: this.options.openWindow !== undefined,
      judges: this.models.judges(),
      generators: this.generators.list(),
      exports: this.exports.list(),
      sources: SOURCES,
    };
  }

  /**
   * Opens a folder, a shots file or a picture; one that has a review is opened from that, also where its source cannot
   * be read any more. False where `confirm` said no. What was open stays open then, and when this one cannot be read, and
   * so do the flags, which `flags` takes the place of.
   */
  async open(path: string, options: OpenOptions = {}): Promise<boolean> {
    const { flags, match, backup, hear, withoutPictures, confirm = () => true } = options;
    const { dataFolder } = this.options;
    this.#leaveReading ??= descriptionReader.hold();
    let opened: Board | null = null;
    const readings = new PictureReadings(this.options.version, (file) =>
      this.#measures.readPictureFile(file),
    );
    const find = (choice: MatchChoice) =>
      findBoard(path, {
        dataFolder,
        embedded: readings.says,
        match: choice,
        sourceName: () => opened?.sourceName ?? null,
      });
    const found = await find(match ?? NO_CHOICE).catch((thrown) => reviewedAt(path, dataFolder, thrown));
    // What has a review is read from that.
    const isReviewed = hasReview(found.folder, dataFolder, found.source);
    const read = isReviewed ? null : await found.match();
    const matched = read && matchedBy(read, match ?? NO_CHOICE);
    if (matched && matched.doubts.length > 0 && !confirm(matched.doubts, found)) return false;
    const imported = isReviewed ? null : await found.read(hear, withoutPictures);
    // It takes 60 MiB, and pictures alone say nothing.
    if (imported === null || imported.shots.some(({ description }) => description.trim() !== ''))
      descriptionReader.start();
    const reading = await this.#settings.read({ boardFolder: found.folder, ...(flags && { flags }) });
    // What of the last one could not be put away is said in the log; it is on the disk.
    await this.closeBoard().catch(this.options.log);
    this.#settings.adopt(reading);
    const board = await openBoard(imported ? readAlready(found, imported) : found, {
      dataFolder,
      cacheFolder: join(dataFolder, 'thumbnails'),
      readings,
      settings: () => this.settings,
      match: matched?.kept ?? NO_CHOICE,
      readAtOnce: this.options.readAtOnce,
      lastJudge: await this.#analysis.lastJudge(),
      ...(backup !== undefined && { backup }),
      log: this.options.log,
    }).catch((thrown: unknown) => {
      this.watching.show(null);
      throw thrown;
    });
    opened = board;
    this.#board = board;
    this.#path = path;
    this.#waiting = null;
    const drawn = this.#windowsDraw();
    if (board.review.readOnly === null) {
      if (match && isReviewed) board.review.keepMatch(joined(board.review.match, match));
      this.#sources.watch(board, find, readings, drawn);
    }
    this.examinations.attach(board);
    this.#analysis.attach(board);
    this.#tellBoard();
    board.hold(drawn);
    this.watching.show(board);
    for (const listener of this.#openedListeners) listener(path, board);
    for (const note of board.review.notes) this.options.note?.(note);
    // Windows are told with the document.
    board.review.onNews(() => this.watching.show(board));
    // Who waits for them is told what went wrong.
    void drawn.then(() => board.identities.all()).catch(() => undefined);
    await board.pictures.catch(this.options.log);
    const goesOn = board.review.readOnly === null;
    if (goesOn) {
      closeCutOff(board);
      requeueCutOff(board);
      this.regeneration.start();
    }
    const isThere = await this.#analysis.judgeOn(board);
    if (goesOn) {
      await drawn;
      if (this.#board === board) await this.#analysis.resume(isThere);
    }
    void this.#tidyOnceQuiet(board);
    return true;
  }

  /** Once what follows from opening is worked out and no job runs. */
  async #tidyOnceQuiet(board: Board): Promise<void> {
    const isOpen = () => this.#board === board;
    await board.rested();
    for (let [job] = this.jobs.current; job && isOpen(); [job] = this.jobs.current) {
      await this.jobs.ended(job.id);
      await board.rested();
    }
    await this.options.tidyMemory?.(() => isOpen() && this.jobs.current.length === 0);
  }

  /** Hears of each storyboard that is opened, by the path that was chosen. */
  onOpened(listener: (path: string, board: Board) => void): void {
    this.#openedListeners.add(listener);
  }

  /** Resolves when a window asks for a picture, so that its frames are drawn, or after DRAWING; at once without windows. */
  #windowsDraw(): Promise<void> {
    if (!this.watching.isWatched) return Promise.resolve();
    return new Promise((resolve) => {
      const late = setTimeout(resolve, DRAWING);
      this.#pictureAsked = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  /** Opens the backup that is offered in the place of the review. Throws NO_STORYBOARD, NOT_FOUND. */
  async openBackup(): Promise<void> {
    const { offeredBackup } = this.board.review;
    if (!offeredBackup) throw new ContinuistError('NOT_FOUND');
    await this.open(this.#path, { backup: offeredBackup.name });
  }

  /** Opens a review again that was only read. True where it can be changed now. Throws NO_STORYBOARD, NOT_FOUND, and what `open` throws. */
  async openAgain(): Promise<boolean> {
    if (!this.board.review.opensAgain) throw new ContinuistError('NOT_FOUND');
    await this.open(this.#path);
    return this.board.review.readOnly === null;
  }

  /** A window asks of what was named at the start; nothing else is opened in its place. */
  get isAsking(): boolean {
    return this.#waiting !== null;
  }

  /** Windows ask of what was named at the start, and open it; null = no more. */
  waitFor(path: string | null): void {
    this.#waiting = path === null ? null : this.folderBrowser.tokenFor(path);
    this.watching.tellSettings();
  }

  /** A picture of the storyboard, or of a folder that is looked at before it is opened. Throws what `Assets.variant` throws. */
  async picture(address: PictureAddress): Promise<Variant> {
    this.#pictureAsked();
    const { sha256, width } = address;
    const tried = await this.trials.picture(sha256, width);
    if (tried) return { bytes: tried, mediaType: 'image/webp' };
    return (await this.matching.picture(address)) ?? this.board.assets.variant(sha256, width);
  }

  /** Resolves when all pictures of the board were asked how they were made, which an earlier version did not. */
  get madeKnown(): Promise<void> {
    return this.#sources.madeKnown;
  }

  /** Where the board was opened from, to see what changed there; null where it is only read. */
  get source(): BoardSource | null {
    return this.#sources.source;
  }

  /** Takes in what the last look at the source found; what came is judged where an analysis was begun. */
  takeInSource(): readonly SourceChange[] {
    const changes = this.source?.takeIn() ?? [];
    if (changes.length > 0) this.#analysis.goOn();
    return changes;
  }

  /** The board's pictures are matched otherwise from now on; see `BoardSource.rematch`. Throws NO_STORYBOARD or REVIEW_LOCKED where there is no source. */
  async rematch(match: MatchChoice): Promise<readonly SourceChange[]> {
    this.#writable(this.board);
    const changes = (await this.source?.rematch(match)) ?? [];
    if (changes.length > 0) this.#analysis.goOn();
    return changes;
  }

  /** Files that were handed over by `received`, as the first pictures of shots; see `takeFirstPictures`. They are judged where an analysis was begun. */
  async takeFirstPictures(
    pictures: readonly { readonly token: string; readonly name: string }[],
    shotId: string | null,
  ): Promise<FirstPictures> {
    const { board } = this;
    this.#writable(board);
    const given = pictures.map(({ token, name }) => ({ name, bytes: this.received.take(token) }));
    const taken = await takeFirstPictures(board, given, shotId);
    this.#analysis.goOn();
    return taken;
  }

  /** As `run`, in its turn, once the pictures that it is about are known by their content. */
  decide(sent: SentCommand): Promise<number> {
    const { board } = this;
    return this.inTurn(
      () => this.run(sent),
      () => board.identities.of(takesOfCommand(sent.command, board.review.records)),
    );
  }

  /** What the artist does is done in that order, also where a picture has to be read for some of it `first`. */
  async inTurn<T>(work: (application: Application) => T, first?: () => Promise<void>): Promise<T> {
    if (this.board.identities.left === 0 && this.#turn === null) return work(this);
    const turn = (this.#turn ?? Promise.resolve()).then(first).then(() => work(this));
    const over = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#turn = over;
    void over.then(() => {
      if (this.#turn === over) this.#turn = null;
    });
    return turn;
  }

  /** Runs a command; it is on disk when this returns. Returns the number of its change. */
  run(sent: SentCommand): number {
    const { seq } = this.board.review.run(sent);
    this.regeneration.start();
    return seq;
  }

  undo(): Stepped {
    const [stepped] = this.board.review.undo();
    this.regeneration.start();
    return stepped;
  }

  redo(): Stepped {
    const [stepped] = this.board.review.redo();
    this.regeneration.start();
    return stepped;
  }

  /** See `examplesIn`. */
  styleExamplesIn(path: string, on: boolean, signal?: AbortSignal) {
    const { board } = this;
    this.#writable(board);
    const lookers = { measures: this.#measures, inference: this.#inference, judge: board.judge };
    return examplesIn(path, on, lookers, signal);
  }

  /** See `AnalysisDesk.order`. Throws NO_STORYBOARD too. */
  analyse(order: AskedFor): Job {
    return this.#analysis.order(this.board, order);
  }

  /** What a finding of a shot is shown by; no sides where it is not found any more. */
  async findingPicture(
    shotId: string,
    key: string,
    typical = new TypicalFrames(this.board),
  ): Promise<FindingPicture> {
    const { board } = this;
    const finding = board.findingsOf(shotId).find((one) => one.key === key);
    if (!finding) return NOTHING_SHOWN;
    return pictureOf(board, finding, typical, (file, kind) => this.#measures.flawOf(file, kind));
  }

  /** What goes where in graphs that were not used before and wait for a yes. */
  get placings(): readonly Placing[] {
    return this.#placings.open;
  }

  /** A yes to one of them; what waited for it is made now. Throws NOT_FOUND. */
  async allowGraph(shape: string, moves: Moves): Promise<void> {
    await this.#placings.allow(shape, moves);
    this.regeneration.start();
  }

  /** What may be wrong with prompts before anything is made of them; null = those that an automatic run begins with. */
  hints(prompts: readonly ShotPrompt[] | null): Promise<Hint[]> {
    const { board } = this;
    const capabilities = this.generators.capabilitiesOf(this.settings.generator);
    return hintsFor(board, prompts ?? suggestedPrompts(board), capabilities);
  }

  /** What a note asks for, as edits of these words. Throws NO_STORYBOARD and NOT_FOUND. */
  editsForNote(noted: NotedPrompt): Edit[] {
    const capabilities = this.generators.capabilitiesOf(this.settings.generator);
    return editsForNote(this.board, noted, capabilities);
  }

  /**
   * What is chosen here counts from now on, also against a flag. What starts a program or sends something elsewhere
   * waits for a yes. Throws BAD_SETTING, SETTINGS_UNREADABLE and what `Consent.to` throws.
   */
  async setSettings(change: Partial<Settings>, signal?: AbortSignal): Promise<Settings> {
    const { statements, byHand } = this.#settings.proposed(change);
    if (statements.length > 0) await this.consent.to(statements, byHand, signal);
    try {
      return this.#adopt(await this.#settings.save(change)).settings;
    } catch (thrown) {
      if (thrown instanceof ContinuistError && thrown.code === 'SETTINGS_UNREADABLE') {
        this.#settings.foundBroken(thrown);
        this.watching.tellSettings();
      }
      throw thrown;
    }
  }

  /** Reads the files again: the artist may have mended one. */
  async readSettings(): Promise<LoadedSettings> {
    return this.#adopt(await this.#settings.read());
  }

  /** The user's settings file is kept aside, under the name that comes back; null when there is none. */
  async startSettingsFresh(): Promise<{ kept: string | null }> {
    const { reading, kept } = await this.#settings.startFresh();
    this.#adopt(reading);
    return { kept };
  }

  /** In the place of those before. An analysis under way ends: its judge may be another one's choice. */
  async setFlags(flags: Partial<Settings>): Promise<void> {
    this.#adopt(await this.#settings.read({ flags }));
    const running = this.jobs.runningOf('analysis');
    if (!running) return;
    this.jobs.cancel(running.id);
    await this.jobs.ended(running.id);
  }

  /** Resolves when all work has ended, each job with the picture that it was at. What waits goes on at the next start. */
  async stopAfterThisPicture(): Promise<void> {
    const jobs = this.jobs.current;
    for (const { id } of jobs) this.jobs.stop(id);
    await Promise.all(jobs.map(({ id }) => this.jobs.ended(id)));
  }

  async closeBoard(): Promise<void> {
    // A download does not belong to a storyboard.
    const ours = this.jobs.current.filter(({ kind }) => kind !== 'download');
    this.#analysis.leave();
    this.examinations.detach();
    for (const job of ours) this.jobs.cancel(job.id, CLOSING);
    await Promise.all(ours.map((job) => this.jobs.ended(job.id)));
    const board = this.#board;
    this.#board = null;
    this.#sources.leave();
    this.#placings.forget();
    board?.close();
  }

  /** Puts away all there is, also after a part that cannot be, as on a full disk. Throws what went wrong first. */
  async close(): Promise<void> {
    const wrong: unknown[] = [];
    const put = async (away: () => unknown): Promise<void> => {
      try {
        await away();
      } catch (thrown) {
        wrong.push(thrown);
      }
    };
    await put(() => this.closeBoard());
    await put(() => this.jobs.close());
    await put(() => this.watching.close());
    await put(() => this.#inference.close());
    await put(() => this.#lastJudges.written());
    await put(() => this.#measures.close());
    await put(() => this.#leaveReading?.());
    if (wrong.length > 0) throw wrong[0];
  }

  #adopt(reading: Reading): LoadedSettings {
    this.#settings.adopt(reading);
    this.#tellBoard();
    this.watching.tellSettings();
    return this.loadedSettings;
  }

  #tellBoard(): void {
    this.#board?.adoptSensitivity(this.settings.sensitivity);
    this.#board?.adoptRules(this.settings.rules);
    // What was judged already is asked for them, too.
    if (this.#board?.adoptSlips(this.settings.slips)) this.#analysis.goOver();
    this.#board?.adoptCapabilities(this.generators.capabilitiesOf(this.settings.generator));
  }

  #writable(board: Board): void {
    board.review.mustWrite();
  }
}

/** Not inside of `open`: what is made there lasts as long as the board, and would hold on to all that was read. */
const readAlready = (found: FoundStoryboard, imported: ImportedStoryboard): FoundStoryboard => ({
  ...found,
  read: async () => imported,
});

/** Milliseconds in which windows draw a storyboard that opens: the thread and its processors are theirs. */
const DRAWING = 1_000;

/** What a storyboard can be said to come from: a format, or the tool that made its pictures. */
const SOURCES = Object.fromEntries([
  ...FORMATS.map(({ id, name }) => [id, name]),
  ...METADATA.map(({ tool, name }) => [tool, name]),
]);
