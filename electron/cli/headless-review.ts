/** One storyboard opened without a window, and long work on it that is waited for. */
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Application } from '@core/application.js';
import { feedbackOf, readProfile, type WriteContext } from '@core/formats/index.js';
import { applicationOptions, type HostOptions } from '@core/host/index.js';
import { given } from '@core/settings/index.js';
import { startNodeChild } from '@inference/index.js';
import { ContinuistError, rebuiltError } from '@shared/errors.js';
import type { Feedback } from '@shared/feedback.js';
import type { Job } from '@shared/job.js';
import type { MatchChoice } from '@shared/matching/index.js';
import type { Request } from '@shared/records/index.js';
import type { SourceChange } from '@shared/source-change/index.js';
import { noteOnGone, noteOnMatch } from './notes.js';
import { tellProblem } from './tell-problem.js';

export interface HeadlessOptions
  extends Pick<HostOptions, 'flags' | 'dataFolder' | 'modelsFolder' | 'allowsGraph'> {
  /** Cancels the work that runs; what was finished is kept. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (job: Job) => void;
  /** When the export is said to have been made, milliseconds since 1970; else now. */
  readonly at?: number;
  /** What was said of which picture shows which shot. */
  readonly match?: MatchChoice;
  /** Hears what is no failure but should be known. Default: a warning of this process. */
  readonly note?: (text: string) => void;
}

/** Of the pictures that a match names, those that are not in the folder. */
async function notThere(folder: string, match: MatchChoice | undefined): Promise<string[]> {
  const named = Object.keys(match?.pictures ?? {});
  const found = await Promise.all(named.map((path) => stat(join(folder, path)).catch(() => null)));
  return named.filter((_, at) => found[at] === null);
}

export class HeadlessReview {
  readonly application: Application;
  readonly #signal: AbortSignal | undefined;
  readonly #onProgress: (job: Job) => void;
  readonly #at: number | undefined;
  readonly #note: (text: string) => void;

  private constructor(
    application: Application,
    { signal, onProgress, at }: HeadlessOptions,
    note: (text: string) => void,
  ) {
    this.application = application;
    this.#note = note;
    this.#signal = signal;
    this.#onProgress = onProgress ?? (() => undefined);
    this.#at = at;
  }

  /** Opens `board`, hands it to `use` and closes it, whatever comes of it. */
  static async with<T>(
    board: string,
    options: HeadlessOptions,
    use: (review: HeadlessReview) => Promise<T>,
  ): Promise<T> {
    const {
      signal: _,
      onProgress: __,
      at: ___,
      match,
      note = (text) => process.emitWarning(text),
      ...host
    } = options;
    const application = await Application.create(
      await applicationOptions({ host: 'test', startChild: startNodeChild, note, ...host }),
    );
    tellProblem(application.loadedSettings, note);
    try {
      await application.open(resolve(board), {
        ...given({ match }),
        confirm: (doubts) => {
          note(noteOnMatch(doubts));
          return true;
        },
      });
      for (const missing of await notThere(application.board.review.folder, match))
        note(`The match names ${missing}, which is not there.`);
      await application.madeKnown;
      await application.board.identities.all();
      const { withheld } = application.loadedSettings;
      if (withheld !== null) note(withheld);
      return await use(new HeadlessReview(application, options, note));
    } finally {
      await application.close();
    }
  }

  /** Runs a job to its end. Throws CANCELLED when the signal aborted, or the error of a job that failed. */
  async run(start: () => Job | null): Promise<Job | null> {
    const { jobs } = this.application;
    this.#signal?.throwIfAborted();
    let ours: string | null = null;
    const forget = jobs.onChange((job) => {
      if (job.id === ours) this.#onProgress(job);
    });
    const job = start();
    ours = job?.id ?? null;
    const cancel = () => job && jobs.cancel(job.id);
    this.#signal?.addEventListener('abort', cancel);
    try {
      const ended = job && (await jobs.ended(job.id));
      if (ended?.state === 'cancelled') throw new ContinuistError('CANCELLED');
      if (ended?.error) throw rebuiltError(ended.error);
      if (ended?.warning) this.#note(ended.warning);
      return ended;
    } finally {
      forget();
      this.#signal?.removeEventListener('abort', cancel);
    }
  }

  /** Takes in what changed in the source of the board since it was read, or tells why it cannot be read, and which pictures are gone. Returns what did. */
  async takeSource(unread = this.#note): Promise<readonly SourceChange[]> {
    const state = await this.application.source?.look();
    if (state?.problem) unread(state.problem);
    const changes = this.application.takeInSource();
    const { assets, review } = this.application.board;
    const gone = state?.missing && noteOnGone(review.records, (sha256) => assets.resolve(sha256) !== null);
    if (gone) this.#note(gone);
    return changes;
  }

  /** Scores every frame by the brand's style in a file; the board's own is left as it is. Throws what `readProfile` throws. */
  async giveBrand(file: string): Promise<void> {
    const { examples, features } = await readProfile(resolve(file));
    const { measures, judge } = features;
    this.application.board.giveBrand(
      examples.map(({ on, style, tower }) => ({
        on,
        features: style,
        measures,
        judge: tower.length > 0 ? judge : '',
        tower,
      })),
    );
  }

  analyse(): Promise<Job | null> {
    return this.run(() => this.application.analyse({ shotIds: null, again: false }));
  }

  /** How many orders wait for a yes, since they were not approved on this machine. */
  get approvedElsewhere(): number {
    return this.#elsewhere.length;
  }

  /** Yes to all of them. Throws LIMIT_REACHED where one of their shots has had its rounds. */
  approveAgain(): void {
    const commands = this.#elsewhere.map(({ id }) => ({ type: 'approve-again', requestId: id }) as const);
    if (commands.length === 0) return;
    this.application.run({ id: randomUUID(), at: Date.now(), command: { type: 'bulk', commands } });
  }

  get #elsewhere(): Request[] {
    const { request } = this.application.board.review.records;
    return Object.values(request).filter(({ state }) => state === 'elsewhere');
  }

  /** As it is written to `file`; beside the storyboard when there is none. */
  feedback(file: string | null): Feedback {
    return feedbackOf(this.writeContext(file === null ? null : dirname(resolve(file))));
  }

  /** As it is written into the folder `target`; null = that of the storyboard. */
  writeContext(target: string | null): WriteContext {
    const context = this.application.writeContext(target);
    return this.#at === undefined ? context : { ...context, now: this.#at };
  }
}
