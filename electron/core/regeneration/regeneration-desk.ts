/** Regenerations of the storyboard that is open: one job at a time, of what is approved or of an automatic run. */
import type { Lookers } from '@core/analysis/index.js';
import type { Board } from '@core/board/index.js';
import type { GeneratorDesk } from '@core/generators/index.js';
import type { Came, JobControl, Jobs } from '@core/jobs/index.js';
import type { Job } from '@shared/job.js';
import { isPaused, type Request } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';
import { runAutomatic } from './automatic.js';
import type { AutomaticLimits } from './automatic-orders.js';
import { InTheMaking } from './making.js';
import { orderOf, type RegenerationParts } from './regenerate.js';
import { queuedRequests, requeueFailed } from './requests.js';
import { runQueue } from './run.js';

export interface RegenerationDeskParts {
  readonly jobs: Jobs;
  readonly generators: GeneratorDesk;
  /** As they are now. */
  readonly settings: () => Settings;
  /** Who looks at what was made. */
  readonly lookers: () => Lookers;
  /** Throws NO_STORYBOARD. */
  readonly board: () => Board;
  readonly isOpen: (board: Board) => boolean;
  /** Called when a job has ended: a picture may have been made and, when the work was stopped, not looked at any more. */
  readonly onEnded: (board: Board) => void;
}

export class RegenerationDesk {
  readonly making = new InTheMaking();
  readonly #parts: RegenerationDeskParts;

  constructor(parts: RegenerationDeskParts) {
    this.#parts = parts;
  }

  /** Runs what is approved and queued, in the background. Null when there is nothing to run. Throws NO_STORYBOARD, REVIEW_LOCKED. */
  start(options: { failedToo: boolean } = { failedToo: false }): Job | null {
    const { jobs, generators, settings } = this.#parts;
    const board = this.#writable();
    if (options.failedToo) requeueFailed(board, settings().rounds);
    const running = jobs.runningOf('regeneration');
    if (running) return running;
    if (isPaused(board.review.records)) return null;
    const queued = queuedRequests(board.review.records, (request) => generators.takes(request));
    if (queued.length === 0) return null;
    void this.#showGraphs(board, queued);
    return this.#run(board, (parts, control) => runQueue(board, parts, control));
  }

  /** By the generator of the settings. Throws NO_STORYBOARD, REVIEW_LOCKED. */
  automatic(limits: Omit<AutomaticLimits, 'generator'>): Job {
    const board = this.#writable();
    const { generator } = this.#parts.settings();
    // Throws where pictures cannot be made at all: a run that makes none is no run.
    this.#parts.generators.of(generator);
    return this.#run(board, (parts, control) =>
      runAutomatic(board, { ...limits, generator }, parts, control),
    );
  }

  #writable(): Board {
    const board = this.#parts.board();
    board.review.mustWrite();
    return board;
  }

  #run(board: Board, work: (parts: RegenerationParts, control: JobControl) => Promise<Came>): Job {
    const { jobs, onEnded } = this.#parts;
    const job = jobs.start('regeneration', (control) => work(this.#regeneration(), control));
    void jobs.ended(job.id).then(() => onEnded(board));
    return job;
  }

  #regeneration(): RegenerationParts {
    const { lookers, settings, generators } = this.#parts;
    return { ...lookers(), judge: settings().judge, generators, making: this.making };
  }

  /** All at once when they are approved, not one by one as the queue comes to them. */
  async #showGraphs(board: Board, queued: readonly Request[]): Promise<void> {
    for (const request of queued) {
      if (!this.#parts.isOpen(board)) return;
      try {
        const order = await orderOf(board, request, board.take(request.fromTakeId));
        await this.#parts.generators.allowed(request.generator, order);
      } catch {
        // Said when it is to be made.
      }
    }
  }
}
